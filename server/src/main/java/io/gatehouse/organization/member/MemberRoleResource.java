package io.gatehouse.organization.member;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.role.OrganizationRole;
import io.gatehouse.organization.role.OrganizationRoleId;
import io.gatehouse.platform.list.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The roles of a person in an organization, over HTTP. */
@Path("/api/organizations/{id}/users/{userId}/roles")
@ManagementApi
@MembershipFilter.OfMember
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "422", description = "The person is no member of the organization.")
@Tag(name = "Organizations")
class MemberRoleResource {
  private final MemberRoles roles;
  private final ManagementCall call;

  MemberRoleResource(MemberRoles roles, ManagementCall call) {
    this.roles = roles;
    this.call = call;
  }

  @GET
  @Paged
  @Operation(
      operationId = "ListOrganizationUserRoles",
      summary = "List the roles of a person in an organization")
  public List<OrganizationRole> list(
      @PathParam("id") OrganizationId id, @PathParam("userId") String user) {
    Page page = call.optionalPage();
    return call.answer(page, roles.list(call.tenant(), MemberKind.USER, id, user, page));
  }

  /** What a request that gives roles answers: which, by id. */
  record Assigned(List<String> organizationRoleIds) {}

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "AssignOrganizationRolesToUser",
      summary = "Give roles in an organization to a person")
  public Assigned add(
      @PathParam("id") OrganizationId id,
      @PathParam("userId") String user,
      MemberInput.Roles input) {
    List<String> ids = roles.resolve(call.tenant(), input.ids(), input.names());
    if (!ids.isEmpty()) {
      roles.add(call.tenant(), Actor.of(call), MemberKind.USER, id, List.of(user), ids);
    }
    return new Assigned(ids);
  }

  @PUT
  @Operation(
      operationId = "ReplaceOrganizationUserRoles",
      summary = "Leave a person with these roles in an organization and no others")
  public void replace(
      @PathParam("id") OrganizationId id,
      @PathParam("userId") String user,
      MemberInput.Roles input) {
    List<String> ids = roles.resolve(call.tenant(), input.ids(), input.names());
    roles.replace(call.tenant(), Actor.of(call), MemberKind.USER, id, user, ids);
  }

  @DELETE
  @Path("/{organizationRoleId}")
  @Operation(
      operationId = "DeleteOrganizationUserRole",
      summary = "Take a role in an organization from a person")
  public void remove(
      @PathParam("id") OrganizationId id,
      @PathParam("userId") String user,
      @PathParam("organizationRoleId") OrganizationRoleId role) {
    roles.remove(call.tenant(), Actor.of(call), MemberKind.USER, id, user, role);
  }
}
