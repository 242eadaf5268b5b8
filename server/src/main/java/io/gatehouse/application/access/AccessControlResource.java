package io.gatehouse.application.access;

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

/** Who may use an application, over HTTP. */
@Path("/api/applications/{id}/access-control")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class AccessControlResource {
  private final AccessControl accessControl;
  private final ManagementCall call;

  AccessControlResource(AccessControl accessControl, ManagementCall call) {
    this.accessControl = accessControl;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetApplicationAccessControl",
      summary = "Read who may use an application")
  public AccessRules get(@PathParam("id") String id) {
    return accessControl.rules(call.tenant(), id);
  }

  @PUT
  @Operation(
      operationId = "ReplaceApplicationAccessControl",
      summary = "Replace who may use an application")
  public AccessRules replace(@PathParam("id") String id, AccessRulesInput input) {
    return accessControl.replace(call.tenant(), Actor.of(call), id, input.rules());
  }
}
