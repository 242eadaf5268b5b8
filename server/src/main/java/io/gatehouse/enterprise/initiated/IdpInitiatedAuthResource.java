package io.gatehouse.enterprise.initiated;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where sign-ins get to that begin at a connector's provider, over HTTP. */
@Path("/api/sso-connectors/{id}/idp-initiated-auth-config")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SSO connectors")
class IdpInitiatedAuthResource {
  private final IdpInitiatedAuths auths;
  private final ManagementCall call;

  IdpInitiatedAuthResource(IdpInitiatedAuths auths, ManagementCall call) {
    this.auths = auths;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetSsoConnectorIdpInitiatedAuthConfig",
      summary = "Read where sign-ins get to that begin at the connector's provider")
  public IdpInitiatedAuth get(@PathParam("id") String id) {
    return auths.get(call.tenant(), id);
  }

  @PUT
  @Operation(
      operationId = "ReplaceSsoConnectorIdpInitiatedAuthConfig",
      summary = "Let sign-ins begin at the connector's provider, and say where they get to")
  public IdpInitiatedAuth replace(@PathParam("id") String id, IdpInitiatedAuthInput wanted) {
    return auths.replace(call.tenant(), Actor.of(call), id, wanted);
  }

  @DELETE
  @Operation(
      operationId = "DeleteSsoConnectorIdpInitiatedAuthConfig",
      summary = "Let sign-ins begin at the connector's provider no longer")
  public void delete(@PathParam("id") String id) {
    auths.delete(call.tenant(), Actor.of(call), id);
  }
}
