package io.gatehouse.access.role;

import io.gatehouse.access.scope.Scope;
import io.gatehouse.access.scope.ScopeId;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The scopes that a role grants, over HTTP. */
@Path("/api/roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
class RoleScopeResource {
  private static final Map<String, String> SEARCHABLE =
      Map.of("id", "s.id", "name", "s.name", "description", "s.description");

  private final Roles roles;
  private final RoleScopes scopes;
  private final ManagementCall call;

  RoleScopeResource(Roles roles, RoleScopes scopes, ManagementCall call) {
    this.roles = roles;
    this.scopes = scopes;
    this.call = call;
  }

  @GET
  @Path("/{id}/scopes")
  @Paged(searchable = true)
  @Operation(operationId = "ListRoleScopes", summary = "List the scopes that a role grants")
  public List<ScopeOfRole> list(@PathParam("id") RoleId id) {
    Page page = call.optionalPage();
    Search search = Search.of(call.query(), SEARCHABLE);
    Role role = roles.get(call.tenant(), id);
    return call.answer(page, scopes.list(call.tenant(), role.id(), search, page));
  }

  @POST
  @Path("/{id}/scopes")
  @ResponseStatus(201)
  @Operation(operationId = "CreateRoleScope", summary = "Let a role grant more scopes")
  public List<Scope> add(@PathParam("id") RoleId id, LinkInput.Scopes input) {
    scopes.add(roles.get(call.tenant(), id), Actor.of(call), input.scopeIds());
    return scopes.all(call.tenant(), id);
  }

  @DELETE
  @Path("/{id}/scopes/{scopeId}")
  @Operation(operationId = "DeleteRoleScope", summary = "Let a role no longer grant a scope")
  public void remove(@PathParam("id") RoleId id, @PathParam("scopeId") ScopeId scope) {
    scopes.remove(call.tenant(), Actor.of(call), id, scope);
  }
}
