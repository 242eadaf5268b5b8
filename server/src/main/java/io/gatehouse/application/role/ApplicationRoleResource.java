package io.gatehouse.application.role;

import io.gatehouse.access.role.Role;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.http.PlainAnswer;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The roles of machine-to-machine applications, over HTTP. */
@Path("/api/applications/{id}/roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Applications")
class ApplicationRoleResource {
  private static final Map<String, String> SEARCHABLE =
      Map.of("id", "r.id", "name", "r.name", "description", "r.description");

  private final ApplicationRoles roles;
  private final ManagementCall call;

  ApplicationRoleResource(ApplicationRoles roles, ManagementCall call) {
    this.roles = roles;
    this.call = call;
  }

  /** What was asked for, and what of it was new. */
  record Added(List<String> roleIds, List<String> addedRoleIds) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Paged(searchable = true)
  @APIResponse(
      responseCode = "422",
      description = "Only an application of the type MachineToMachine has roles.")
  @Operation(operationId = "ListApplicationRoles", summary = "List the roles of an application")
  public List<Role> list(@PathParam("id") String id) {
    Page page = call.page();
    Search search = Search.of(call.query(), SEARCHABLE);
    return call.answer(page, roles.list(call.tenant(), id, search, page));
  }

  @POST
  @ResponseStatus(201)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "AssignApplicationRoles", summary = "Give roles to an application")
  public Added add(@PathParam("id") String id, RoleIdsInput input) {
    List<String> added = roles.add(call.tenant(), Actor.of(call), id, input.roleIds());
    return new Added(input.roleIds(), added);
  }

  @PUT
  @Operation(
      operationId = "ReplaceApplicationRoles",
      summary = "Replace the roles of an application")
  public Response replace(@PathParam("id") String id, RoleIdsInput input) {
    roles.replace(call.tenant(), Actor.of(call), id, input.roleIds());
    return PlainAnswer.ok();
  }

  @DELETE
  @Path("/{roleId}")
  @APIResponse(
      responseCode = "422",
      description = "Only an application of the type MachineToMachine has roles.")
  @Operation(operationId = "DeleteApplicationRole", summary = "Take a role from an application")
  public void remove(@PathParam("id") String id, @PathParam("roleId") RoleId role) {
    roles.remove(call.tenant(), Actor.of(call), id, role);
  }
}
