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

/** What third-party applications may ask for, over HTTP. */
@Path("/api/applications/{id}/user-consent-scopes")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Applications")
class ConsentScopeResource {
  private final ConsentScopes scopes;
  private final ManagementCall call;

  ConsentScopeResource(ConsentScopes scopes, ManagementCall call) {
    this.scopes = scopes;
    this.call = call;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "ListApplicationUserConsentScopes",
      summary = "List what an application may ask people for")
  public ConsentScopeList list(@PathParam("id") String id) {
    return scopes.list(call.tenant(), id);
  }

  @POST
  @Answers(status = 201)
  @Operation(
      operationId = "CreateApplicationUserConsentScope",
      summary = "Let an application ask people for more")
  public Response add(@PathParam("id") String id, ConsentScopesInput input) {
    scopes.add(call.tenant(), Actor.of(call), id, input);
    return PlainAnswer.created();
  }

  @DELETE
  @Path("/{scopeType}/{scopeId}")
  @Operation(
      operationId = "DeleteApplicationUserConsentScope",
      summary = "Let an application no longer ask people for a scope")
  public void remove(
      @PathParam("id") String id,
      @PathParam("scopeType") String type,
      @PathParam("scopeId") String scope) {
    scopes.remove(call.tenant(), Actor.of(call), id, ScopeKind.read(type), scope);
  }
}
