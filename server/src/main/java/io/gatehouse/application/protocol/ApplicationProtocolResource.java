package io.gatehouse.application.protocol;

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

/** What an application and the provider have agreed on, over HTTP. */
@Path("/api/applications/{id}/protocol")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ApplicationProtocolResource {
  private final ApplicationProtocols protocols;
  private final ManagementCall call;

  ApplicationProtocolResource(ApplicationProtocols protocols, ManagementCall call) {
    this.protocols = protocols;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetApplicationProtocol",
      summary = "Read how the provider speaks with an application")
  public ApplicationProtocol get(@PathParam("id") String id) {
    return protocols.get(call.tenant(), id);
  }

  @PUT
  @Operation(
      operationId = "ReplaceApplicationProtocol",
      summary = "Set how the provider speaks with an application; what is left out has its default")
  public ApplicationProtocol replace(@PathParam("id") String id, ApplicationProtocol wanted) {
    return protocols.set(call.tenant(), Actor.of(call), id, wanted);
  }
}
