package io.gatehouse.session.list;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.session.RevokedGrants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People's sessions and grants, over HTTP. */
@Path("/api/users/{id}")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserSessionResource {
  private final UserSessions sessions;
  private final ManagementCall call;

  UserSessionResource(UserSessions sessions, ManagementCall call) {
    this.sessions = sessions;
    this.call = call;
  }

  /** All sessions of a person. */
  record SessionList(List<ListedSession> sessions) {}

  /** All grants of a person. */
  record GrantList(List<ListedGrant> grants) {}

  @GET
  @Path("/sessions")
  @Operation(operationId = "ListUserSessions", summary = "List the browsers a person is signed in")
  public SessionList sessions(@PathParam("id") String id) {
    return new SessionList(sessions.list(call.tenant(), id));
  }

  @GET
  @Path("/sessions/{sessionId}")
  @Operation(operationId = "GetUserSession", summary = "Read a session of a person")
  public ListedSession session(@PathParam("id") String id, @PathParam("sessionId") String session) {
    return sessions.get(call.tenant(), id, session);
  }

  @DELETE
  @Path("/sessions/{sessionId}")
  @Parameter(
      name = "revokeGrantsTarget",
      in = ParameterIn.QUERY,
      description = "Whose grants of the session end with it.",
      schema = @Schema(enumeration = {"all", "firstParty"}))
  @Operation(operationId = "DeleteUserSession", summary = "Sign a person out of a browser")
  public void end(@PathParam("id") String id, @PathParam("sessionId") String session) {
    Optional<RevokedGrants> revoked = call.query().as("revokeGrantsTarget", RevokedGrants.class);
    sessions.end(call.tenant(), Actor.of(call), id, session, revoked);
  }

  @GET
  @Path("/grants")
  @Parameter(
      name = "appType",
      in = ParameterIn.QUERY,
      description = "Only those of our own applications, or of third parties.",
      schema = @Schema(enumeration = {"firstParty", "thirdParty"}))
  @Operation(
      operationId = "ListUserGrants",
      summary = "List what a person has granted to applications")
  public GrantList grants(@PathParam("id") String id) {
    Optional<AppType> type = call.query().as("appType", AppType.class);
    return new GrantList(sessions.grants(call.tenant(), id, type));
  }

  @DELETE
  @Path("/grants/{grantId}")
  @Operation(operationId = "DeleteUserGrant", summary = "Take back what a person has granted")
  public void revoke(@PathParam("id") String id, @PathParam("grantId") String grant) {
    sessions.revoke(call.tenant(), Actor.of(call), id, grant);
  }
}
