package io.gatehouse.access.resource;

import io.gatehouse.access.ResourceId;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** API resources, over HTTP. */
@Path("/api/resources")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources")
class ResourceResource {
  private final Resources resources;
  private final ManagementCall call;

  ResourceResource(Resources resources, ManagementCall call) {
    this.resources = resources;
    this.call = call;
  }

  @GET
  @Paged
  @Parameter(
      name = "includeScopes",
      in = ParameterIn.QUERY,
      description = "Whether to tell the scopes of each.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "ListResources", summary = "List the API resources")
  public List<ResourceWithScopes> list() {
    Page page = call.optionalPage();
    boolean includeScopes = call.query().truthy("includeScopes");
    return call.answer(page, resources.list(call.tenant(), includeScopes, page));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "CreateResource", summary = "Add an API resource")
  public ResourceWithScopes create(ResourceInput input) {
    return new ResourceWithScopes(
        resources.create(call.tenant(), Actor.of(call), input), List.of());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetResource", summary = "Read an API resource")
  public Resource get(@PathParam("id") ResourceId id) {
    return resources.get(call.tenant(), id);
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateResource", summary = "Change an API resource")
  public Resource change(@PathParam("id") ResourceId id, ResourcePatch patch) {
    return resources.change(call.tenant(), Actor.of(call), id, patch);
  }

  @PATCH
  @Path("/{id}/is-default")
  @Operation(
      operationId = "UpdateResourceIsDefault",
      summary = "Make an API resource the default one, or no longer")
  public Resource setDefault(@PathParam("id") ResourceId id, DefaultInput input) {
    return resources.setDefault(call.tenant(), Actor.of(call), id, input.isDefault());
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteResource", summary = "Delete an API resource and its scopes")
  public void delete(@PathParam("id") ResourceId id) {
    resources.delete(call.tenant(), Actor.of(call), id);
  }
}
