package io.gatehouse.organization.member;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.organization.OrganizationId;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The machine-to-machine applications of an organization, over HTTP. */
@Path("/api/organizations")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
class MachineResource {
  private final Members members;
  private final MemberRoles roles;
  private final MemberListStore lists;
  private final ManagementCall call;

  MachineResource(Members members, MemberRoles roles, MemberListStore lists, ManagementCall call) {
    this.members = members;
    this.roles = roles;
    this.lists = lists;
    this.call = call;
  }

  @GET
  @Path("/{id}/applications")
  @Paged(q = "the name, the description or the id")
  @Operation(
      operationId = "ListOrganizationApplications",
      summary = "List the applications of an organization with their roles there")
  public List<MachineMember> list(@PathParam("id") OrganizationId id) {
    Page page = call.page();
    return call.answer(page, lists.machines(call.tenant(), id, call.query().text("q"), page));
  }

  @POST
  @Path("/{id}/applications")
  @Operation(
      operationId = "AddOrganizationApplications",
      summary = "Let applications join an organization")
  @Answers(status = 201)
  public Response add(@PathParam("id") OrganizationId id, MemberInput.Applications input) {
    members.add(call.tenant(), Actor.of(call), MemberKind.APPLICATION, id, input.applicationIds());
    return PlainAnswer.created();
  }

  @PUT
  @Path("/{id}/applications")
  @Operation(
      operationId = "ReplaceOrganizationApplications",
      summary = "Leave an organization with these applications and no others")
  public void replace(@PathParam("id") OrganizationId id, MemberInput.AllApplications input) {
    members.replace(
        call.tenant(), Actor.of(call), MemberKind.APPLICATION, id, input.applicationIds());
  }

  @DELETE
  @Path("/{id}/applications/{applicationId}")
  @Operation(
      operationId = "DeleteOrganizationApplication",
      summary = "Take an application out of an organization")
  public void remove(
      @PathParam("id") OrganizationId id, @PathParam("applicationId") String application) {
    members.remove(call.tenant(), Actor.of(call), MemberKind.APPLICATION, id, application);
  }

  @POST
  @Path("/{id}/applications/roles")
  @Operation(
      operationId = "AssignOrganizationRolesToApplications",
      summary = "Give roles in an organization to applications")
  @Answers(status = 201)
  public Response addRoles(@PathParam("id") OrganizationId id, MemberInput.ApplicationRoles input) {
    roles.add(
        call.tenant(),
        Actor.of(call),
        MemberKind.APPLICATION,
        id,
        input.applicationIds(),
        input.organizationRoleIds());
    return PlainAnswer.created();
  }
}
