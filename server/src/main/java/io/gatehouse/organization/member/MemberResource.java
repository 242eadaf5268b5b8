package io.gatehouse.organization.member;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.scope.OrganizationScope;
import io.gatehouse.platform.http.PlainAnswer;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.input.Issues;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The people of an organization, over HTTP. */
@Path("/api/organizations")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
class MemberResource {
  private final Members members;
  private final MemberRoles roles;
  private final MemberListStore lists;
  private final ManagementCall call;

  MemberResource(Members members, MemberRoles roles, MemberListStore lists, ManagementCall call) {
    this.members = members;
    this.roles = roles;
    this.lists = lists;
    this.call = call;
  }

  @GET
  @Path("/{id}/users")
  @Paged(q = "an identifier, the name or the id")
  @Parameter(
      name = "organizationRoleId",
      in = ParameterIn.QUERY,
      description = "Only those who have this role in the organization.",
      schema = @Schema(implementation = String.class))
  @Operation(
      operationId = "ListOrganizationUsers",
      summary = "List the people of an organization with their roles there")
  public List<Member> list(@PathParam("id") OrganizationId id) {
    Page page = call.page();
    Query query = call.query();
    var filter =
        new MemberListStore.Filter(
            query.text("q").filter(text -> !text.isEmpty()), roleFilter(query));
    return call.answer(page, lists.people(call.tenant(), id, filter, page));
  }

  /** What a request that lets people join answers: whom it named. */
  record Added(List<String> userIds) {}

  @POST
  @Path("/{id}/users")
  @ResponseStatus(201)
  @Operation(operationId = "AddOrganizationUsers", summary = "Let people join an organization")
  public Added add(@PathParam("id") OrganizationId id, MemberInput.Users input) {
    members.add(call.tenant(), Actor.of(call), MemberKind.USER, id, input.userIds());
    return new Added(input.userIds());
  }

  @PUT
  @Path("/{id}/users")
  @Operation(
      operationId = "ReplaceOrganizationUsers",
      summary = "Leave an organization with these people and no others")
  public void replace(@PathParam("id") OrganizationId id, MemberInput.AllUsers input) {
    members.replace(call.tenant(), Actor.of(call), MemberKind.USER, id, input.userIds());
  }

  @DELETE
  @Path("/{id}/users/{userId}")
  @Operation(
      operationId = "DeleteOrganizationUser",
      summary = "Take a person out of an organization")
  public void remove(@PathParam("id") OrganizationId id, @PathParam("userId") String user) {
    members.remove(call.tenant(), Actor.of(call), MemberKind.USER, id, user);
  }

  @POST
  @Path("/{id}/users/roles")
  @Operation(
      operationId = "AssignOrganizationRolesToUsers",
      summary = "Give roles in an organization to people")
  @Answers(status = 201)
  public Response addRoles(@PathParam("id") OrganizationId id, MemberInput.UserRoles input) {
    roles.add(
        call.tenant(),
        Actor.of(call),
        MemberKind.USER,
        id,
        input.userIds(),
        input.organizationRoleIds());
    return PlainAnswer.created();
  }

  @GET
  @Path("/{id}/users/{userId}/scopes")
  @Operation(
      operationId = "ListOrganizationUserScopes",
      summary = "List what a person may do in an organization")
  public List<OrganizationScope> scopes(
      @PathParam("id") OrganizationId id, @PathParam("userId") String user) {
    return roles.scopes(call.tenant(), id, user);
  }

  private static Optional<String> roleFilter(Query query) {
    Optional<String> role = query.text("organizationRoleId");
    if (role.isPresent() && role.get().isEmpty()) {
      Issues issues = new Issues();
      issues.at("organizationRoleId").tooSmall("string", 1);
      issues.throwIfAny("query");
    }
    return role;
  }
}
