package io.gatehouse.access.role;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.http.PlainAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who has a role, over HTTP. */
@Path("/api/roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Roles")
class RoleMemberResource {
  private final Roles roles;
  private final RoleMembers members;
  private final ManagementCall call;

  RoleMemberResource(Roles roles, RoleMembers members, ManagementCall call) {
    this.roles = roles;
    this.members = members;
    this.call = call;
  }

  @POST
  @Path("/{id}/users")
  @Answers(status = 201)
  @Operation(operationId = "CreateRoleUser", summary = "Give a role to users")
  public Response addUsers(@PathParam("id") RoleId id, LinkInput.Users input) {
    members.addUsers(roles.get(call.tenant(), id), Actor.of(call), input.userIds());
    return PlainAnswer.created();
  }

  @DELETE
  @Path("/{id}/users/{userId}")
  @Operation(operationId = "DeleteRoleUser", summary = "Take a role from a user")
  public void removeUser(@PathParam("id") RoleId id, @PathParam("userId") String user) {
    members.removeUser(call.tenant(), Actor.of(call), id, user);
  }

  @POST
  @Path("/{id}/applications")
  @Answers(status = 201)
  @Operation(operationId = "CreateRoleApplication", summary = "Give a role to applications")
  public Response addApplications(@PathParam("id") RoleId id, LinkInput.Applications input) {
    members.addApplications(roles.get(call.tenant(), id), Actor.of(call), input.applicationIds());
    return PlainAnswer.created();
  }

  @DELETE
  @Path("/{id}/applications/{applicationId}")
  @Operation(operationId = "DeleteRoleApplication", summary = "Take a role from an application")
  public void removeApplication(
      @PathParam("id") RoleId id, @PathParam("applicationId") String application) {
    members.removeApplication(call.tenant(), Actor.of(call), id, application);
  }
}
