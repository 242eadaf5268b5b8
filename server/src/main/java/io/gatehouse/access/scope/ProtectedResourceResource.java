package io.gatehouse.access.scope;

import io.gatehouse.access.ResourceId;
import io.gatehouse.access.resource.Resource;
import io.gatehouse.access.resource.Resources;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The metadata that an API publishes of itself, made for its developers. */
@Path("/api/resources/{id}/protected-resource-metadata")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources")
class ProtectedResourceResource {
  private final Resources resources;
  private final Scopes scopes;
  private final ManagementCall call;

  ProtectedResourceResource(Resources resources, Scopes scopes, ManagementCall call) {
    this.resources = resources;
    this.scopes = scopes;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetProtectedResourceMetadata",
      summary = "Read what an API has to publish so that clients find where its tokens come from")
  public ProtectedResource get(@PathParam("id") String id) {
    Resource resource = resources.get(call.tenant(), new ResourceId(id));
    return ProtectedResource.of(
        call.currentTenant(),
        resource,
        scopes
            .ofResources(call.tenant(), List.of(resource.id()))
            .getOrDefault(resource.id(), List.of()));
  }
}
