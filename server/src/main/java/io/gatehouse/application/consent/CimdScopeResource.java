package io.gatehouse.application.consent;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.http.PlainAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What clients known by their metadata may ask for, over HTTP. */
@Path("/api/cimd/user-consent-scopes")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "CIMD")
class CimdScopeResource {
  private final CimdScopes scopes;
  private final ManagementCall call;

  CimdScopeResource(CimdScopes scopes, ManagementCall call) {
    this.scopes = scopes;
    this.call = call;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "ListCimdUserConsentScopes",
      summary = "List what clients known by their metadata may ask people for")
  public ConsentScopeList list() {
    return scopes.list(call.tenant());
  }

  @POST
  @Answers(status = 201)
  @Operation(
      operationId = "AssignCimdUserConsentScopes",
      summary = "Let clients known by their metadata ask people for more")
  public Response add(ConsentScopesInput input) {
    scopes.add(call.tenant(), Actor.of(call), input);
    return PlainAnswer.created();
  }

  @DELETE
  @Path("/{scopeType}/{scopeId}")
  @Operation(
      operationId = "DeleteCimdUserConsentScope",
      summary = "Let clients known by their metadata no longer ask for a scope")
  public void remove(@PathParam("scopeType") String type, @PathParam("scopeId") String scope) {
    scopes.remove(call.tenant(), Actor.of(call), ScopeKind.read(type), scope);
  }
}
