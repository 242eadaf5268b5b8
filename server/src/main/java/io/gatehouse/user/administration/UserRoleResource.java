package io.gatehouse.user.administration;

import io.gatehouse.access.role.Role;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The roles of people, over HTTP. */
@Path("/api/users/{id}/roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserRoleResource {
  private static final Map<String, String> SEARCHABLE =
      Map.of("id", "r.id", "name", "r.name", "description", "r.description");

  private final UserRoles roles;
  private final ManagementCall call;

  UserRoleResource(UserRoles roles, ManagementCall call) {
    this.roles = roles;
    this.call = call;
  }

  /** What was asked for, and what of it was new. */
  record Added(List<String> roleIds, List<String> addedRoleIds) {}

  /** What the person has now. */
  record Replaced(List<String> roleIds) {}

  @GET
  @Paged(searchable = true)
  @Operation(operationId = "ListUserRoles", summary = "List the roles of a person")
  public List<Role> list(@PathParam("id") String id) {
    Page page = call.page();
    Search search = Search.of(call.query(), SEARCHABLE);
    return call.answer(page, roles.list(call.tenant(), id, search, page));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "AssignUserRoles", summary = "Give roles to a person")
  public Added add(@PathParam("id") String id, UserInputs.RoleIds input) {
    List<String> added = roles.add(call.tenant(), Actor.of(call), id, input.roleIds());
    return new Added(input.roleIds(), added);
  }

  @PUT
  @Operation(operationId = "ReplaceUserRoles", summary = "Replace the roles of a person")
  public Replaced replace(@PathParam("id") String id, UserInputs.RoleIds input) {
    roles.replace(call.tenant(), Actor.of(call), id, input.roleIds());
    return new Replaced(input.roleIds().stream().distinct().toList());
  }

  @DELETE
  @Path("/{roleId}")
  @Operation(operationId = "DeleteUserRole", summary = "Take a role from a person")
  public void remove(@PathParam("id") String id, @PathParam("roleId") RoleId role) {
    roles.remove(call.tenant(), Actor.of(call), id, role);
  }
}
