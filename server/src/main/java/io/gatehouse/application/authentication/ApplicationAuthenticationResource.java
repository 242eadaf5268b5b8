package io.gatehouse.application.authentication;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an application proves that it is itself, over HTTP. */
@Path("/api/applications/{id}/authentication")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ApplicationAuthenticationResource {
  private final ApplicationAuthentications authentications;
  private final ManagementCall call;

  ApplicationAuthenticationResource(
      ApplicationAuthentications authentications, ManagementCall call) {
    this.authentications = authentications;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetApplicationAuthentication",
      summary = "Read how an application proves that it is itself")
  public ApplicationAuthentication get(@PathParam("id") String id) {
    return authentications.get(call.tenant(), id);
  }

  @PUT
  @Operation(
      operationId = "ReplaceApplicationAuthentication",
      summary = "Set the method, the keys and the profile by which an application authenticates")
  public ApplicationAuthentication replace(
      @PathParam("id") String id, ApplicationAuthentication wanted) {
    return authentications.replace(call.tenant(), Actor.of(call), id, wanted);
  }
}
