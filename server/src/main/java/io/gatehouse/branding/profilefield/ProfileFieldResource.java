package io.gatehouse.branding.profilefield;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Custom profile fields, over HTTP. */
@Path("/api/custom-profile-fields")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Custom profile fields")
class ProfileFieldResource {
  private final ProfileFields fields;
  private final ManagementCall call;

  ProfileFieldResource(ProfileFields fields, ManagementCall call) {
    this.fields = fields;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "ListCustomProfileFields",
      summary = "List the fields, as forms show them")
  public List<ProfileField> list() {
    return fields.list(call.tenant());
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "CreateCustomProfileField", summary = "Add a field behind the others")
  public ProfileField create(FieldInput input) {
    return fields.create(call.tenant(), Actor.of(call), input);
  }

  @POST
  @Path("/batch")
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateCustomProfileFieldsBatch",
      summary = "Add several fields, all of them or none")
  public List<ProfileField> createAll(FieldInput.Batch input) {
    return fields.create(call.tenant(), Actor.of(call), input.fields());
  }

  @GET
  @Path("/{name}")
  @Operation(operationId = "GetCustomProfileFieldByName", summary = "Read a field")
  public ProfileField get(@PathParam("name") String name) {
    return fields.get(call.tenant(), name);
  }

  @PUT
  @Path("/{name}")
  @Operation(operationId = "UpdateCustomProfileFieldByName", summary = "Replace a field")
  public ProfileField replace(@PathParam("name") String name, FieldInput.Replacement input) {
    return fields.replace(call.tenant(), Actor.of(call), name, input.field());
  }

  @DELETE
  @Path("/{name}")
  @Operation(
      operationId = "DeleteCustomProfileFieldByName",
      summary = "Delete a field and take it from the forms; what people answered stays")
  public void delete(@PathParam("name") String name) {
    fields.delete(call.tenant(), Actor.of(call), name);
  }

  @POST
  @Path("/properties/sie-order")
  @Operation(
      operationId = "UpdateCustomProfileFieldsSieOrder",
      summary = "Move fields to other places of the form")
  public List<ProfileField> order(FieldOrder order) {
    return fields.order(call.tenant(), Actor.of(call), order);
  }
}
