package io.gatehouse.account.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Part;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.session.RevokedGrants;
import io.gatehouse.session.list.AppType;
import io.gatehouse.session.list.ListedGrant;
import io.gatehouse.session.list.ListedSession;
import io.gatehouse.session.list.UserSessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own sessions and grants, over HTTP. */
@Path("/api/my-account")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class MySessionResource {
  private final UserSessions sessions;
  private final AccountCall call;

  MySessionResource(UserSessions sessions, AccountCall call) {
    this.sessions = sessions;
    this.call = call;
  }

  /** All browsers that the person is signed in. */
  record SessionList(List<OwnSession> sessions) {}

  /**
   * A browser that the person is signed in.
   *
   * @param isCurrent whether the call comes by way of it
   */
  record OwnSession(
      JsonNode payload,
      @Nullable JsonNode lastSubmission,
      @Nullable String clientId,
      @Nullable String accountId,
      Instant expiresAt,
      boolean isCurrent) {
    static OwnSession of(ListedSession session, @Nullable String current) {
      return new OwnSession(
          session.payload(),
          session.lastSubmission(),
          session.clientId(),
          session.accountId(),
          session.expiresAt(),
          session.payload().path("uid").asText().equals(current));
    }
  }

  /** All that the person has granted. */
  record GrantList(List<ListedGrant> grants) {}

  @GET
  @Path("/sessions")
  @APIResponse(responseCode = "400", description = "The tenant does not show sessions.")
  @Operation(operationId = "GetSessions", summary = "List the browsers one is signed in")
  public SessionList sessions() {
    mayRead();
    return new SessionList(
        sessions.list(call.tenant(), call.userId()).stream()
            .map(session -> OwnSession.of(session, call.bearer().sessionId()))
            .toList());
  }

  @DELETE
  @Path("/sessions/{sessionId}")
  @Parameter(
      name = "revokeGrantsTarget",
      in = ParameterIn.QUERY,
      description = "Whose grants of the session end with it.",
      schema = @Schema(enumeration = {"all", "firstParty"}))
  @Operation(operationId = "DeleteSessionById", summary = "Sign oneself out of a browser")
  public void end(@PathParam("sessionId") String id) {
    Optional<RevokedGrants> revoked =
        call.request().query().as("revokeGrantsTarget", RevokedGrants.class);
    mayEnd();
    ListedSession session =
        sessions.find(call.tenant(), id).orElseThrow(() -> refused(OwnSessionError.NOT_FOUND));
    if (!call.userId().equals(session.accountId())) {
      throw refused(OwnSessionError.OF_ANOTHER);
    }
    sessions.end(call.tenant(), call.actor(), call.userId(), id, revoked);
  }

  @GET
  @Path("/grants")
  @Parameter(
      name = "appType",
      in = ParameterIn.QUERY,
      description = "Only those of our own applications, or of third parties.",
      schema = @Schema(enumeration = {"firstParty", "thirdParty"}))
  @Operation(operationId = "GetGrants", summary = "List what one has granted to applications")
  public GrantList grants() {
    Optional<AppType> type = call.request().query().as("appType", AppType.class);
    mayRead();
    return new GrantList(sessions.grants(call.tenant(), call.userId(), type));
  }

  @DELETE
  @Path("/grants/{grantId}")
  @APIResponse(responseCode = "404", description = "The person has no such grant.")
  @Operation(operationId = "DeleteGrantById", summary = "Take back what one has granted")
  public void revoke(@PathParam("grantId") String id) {
    mayEnd();
    sessions.revoke(call.tenant(), call.actor(), call.userId(), id);
  }

  private void mayRead() {
    call.gate().proved().shows(Part.SESSION).scope401(AccountScopes.SESSIONS);
  }

  private void mayEnd() {
    call.gate().proved().edits(Part.SESSION).scope401(AccountScopes.SESSIONS).firstParty();
  }

  private static RequestException refused(OwnSessionError error) {
    return error.withData(Map.of("status", 404));
  }
}
