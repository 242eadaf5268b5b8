package io.gatehouse.access.detail;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
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

/** Types of authorization details, over HTTP. */
@Path("/api/authorization-detail-types")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authorization details")
class DetailTypeResource {
  private final DetailTypes types;
  private final ManagementCall call;

  DetailTypeResource(DetailTypes types, ManagementCall call) {
    this.types = types;
    this.call = call;
  }

  @GET
  @Paged
  @Operation(
      operationId = "ListAuthorizationDetailTypes",
      summary = "List what applications may ask for in detail")
  public List<DetailType> list() {
    Page page = call.page();
    return call.answer(page, types.list(call.tenant(), page));
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateAuthorizationDetailType",
      summary = "Add a type of details that applications may ask for")
  public DetailType create(DetailTypeInput input) {
    return types.create(call.tenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "GetAuthorizationDetailType",
      summary = "Read a type of authorization details")
  public DetailType get(@PathParam("id") String id) {
    return types.get(call.tenant(), id);
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "ReplaceAuthorizationDetailType",
      summary = "Change a type of authorization details as a whole")
  public DetailType replace(@PathParam("id") String id, DetailTypeInput input) {
    return types.replace(call.tenant(), Actor.of(call), id, input);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteAuthorizationDetailType",
      summary = "Delete a type of authorization details")
  public void delete(@PathParam("id") String id) {
    types.delete(call.tenant(), Actor.of(call), id);
  }
}
