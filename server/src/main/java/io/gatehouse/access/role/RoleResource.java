package io.gatehouse.access.role;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Roles, over HTTP. */
@Path("/api/roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
class RoleResource {
  private static final Map<String, String> SEARCHABLE =
      Map.of("id", "r.id", "name", "r.name", "description", "r.description");

  private final Roles roles;
  private final ManagementCall call;

  RoleResource(Roles roles, ManagementCall call) {
    this.roles = roles;
    this.call = call;
  }

  @GET
  @Paged(searchable = true)
  @Parameter(
      name = "type",
      in = ParameterIn.QUERY,
      description = "Only roles for people, or for applications.",
      schema = @Schema(implementation = RoleType.class))
  @Parameter(
      name = "excludeUserId",
      in = ParameterIn.QUERY,
      description = "Without the roles of this person.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "excludeApplicationId",
      in = ParameterIn.QUERY,
      description = "Without the roles of this application.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "ListRoles", summary = "List the roles, with who has them")
  public List<RoleListing> list() {
    Page page = call.page();
    Query query = call.query();
    RoleFilter filter =
        new RoleFilter(
            Search.of(query, SEARCHABLE),
            query.as("type", RoleType.class),
            query.text("excludeUserId"),
            query.text("excludeApplicationId"));
    return call.answer(page, roles.list(call.tenant(), filter, page));
  }

  @POST
  @APIResponse(responseCode = "404", description = "There is no such scope.")
  @Operation(operationId = "CreateRole", summary = "Add a role")
  public Role create(RoleInput input) {
    return roles.create(call.tenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetRole", summary = "Read a role")
  public Role get(@PathParam("id") RoleId id) {
    return roles.get(call.tenant(), id);
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateRole", summary = "Change a role")
  public Role change(@PathParam("id") RoleId id, RolePatch patch) {
    return roles.change(call.tenant(), Actor.of(call), id, patch);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteRole", summary = "Delete a role and take it from everybody")
  public void delete(@PathParam("id") RoleId id) {
    roles.delete(call.tenant(), Actor.of(call), id);
  }
}
