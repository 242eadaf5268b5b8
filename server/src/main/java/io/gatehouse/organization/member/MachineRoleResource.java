package io.gatehouse.organization.member;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.role.OrganizationRole;
import io.gatehouse.organization.role.OrganizationRoleId;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.http.PlainAnswer;
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
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The roles of an application in an organization, over HTTP. */
@Path("/api/organizations/{id}/applications/{applicationId}/roles")
@ManagementApi
@MembershipFilter.OfMember
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
    responseCode = "422",
    description = "The application is no member of the organization.")
@Tag(name = "Organizations")
class MachineRoleResource {
  private final MemberRoles roles;
  private final ManagementCall call;

  MachineRoleResource(MemberRoles roles, ManagementCall call) {
    this.roles = roles;
    this.call = call;
  }

  @GET
  @Paged
  @Operation(
      operationId = "ListOrganizationApplicationRoles",
      summary = "List the roles of an application in an organization")
  public List<OrganizationRole> list(
      @PathParam("id") OrganizationId id, @PathParam("applicationId") String application) {
    Page page = call.optionalPage();
    return call.answer(
        page, roles.list(call.tenant(), MemberKind.APPLICATION, id, application, page));
  }

  @POST
  @Operation(
      operationId = "AssignOrganizationRolesToApplication",
      summary = "Give roles in an organization to an application")
  @Answers(status = 201)
  public Response add(
      @PathParam("id") OrganizationId id,
      @PathParam("applicationId") String application,
      MemberInput.RoleIds input) {
    roles.add(
        call.tenant(),
        Actor.of(call),
        MemberKind.APPLICATION,
        id,
        List.of(application),
        input.organizationRoleIds());
    return PlainAnswer.created();
  }

  @PUT
  @Operation(
      operationId = "ReplaceOrganizationApplicationRoles",
      summary = "Leave an application with these roles in an organization and no others")
  public void replace(
      @PathParam("id") OrganizationId id,
      @PathParam("applicationId") String application,
      MemberInput.RoleIds input) {
    List<String> ids = input.organizationRoleIds();
    if (new HashSet<>(ids).size() < ids.size()) {
      throw EntityError.NOT_UNIQUE.exception();
    }
    roles.replace(call.tenant(), Actor.of(call), MemberKind.APPLICATION, id, application, ids);
  }

  @DELETE
  @Path("/{organizationRoleId}")
  @Operation(
      operationId = "DeleteOrganizationApplicationRole",
      summary = "Take a role in an organization from an application")
  public void remove(
      @PathParam("id") OrganizationId id,
      @PathParam("applicationId") String application,
      @PathParam("organizationRoleId") OrganizationRoleId role) {
    roles.remove(call.tenant(), Actor.of(call), MemberKind.APPLICATION, id, application, role);
  }
}
