package io.gatehouse.user.administration;

import io.gatehouse.access.role.Role;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.Roles;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.user.UserView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people who have a role, over HTTP; giving and taking it is the role's own. */
@Path("/api/roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
class RoleUserResource {
  private final Roles roles;
  private final UserAdministration users;
  private final ManagementCall call;

  RoleUserResource(Roles roles, UserAdministration users, ManagementCall call) {
    this.roles = roles;
    this.users = users;
    this.call = call;
  }

  @GET
  @Path("/{id}/users")
  @Paged(searchable = true)
  @Operation(operationId = "ListRoleUsers", summary = "List the people who have a role")
  public List<UserView> list(@PathParam("id") RoleId id) {
    Page page = call.page();
    Search search = Search.of(call.query(), UserFilter.SEARCHABLE);
    Role role = roles.get(call.tenant(), id);
    UserFilter filter = UserFilter.of(search).with(UserFilter.Name.ROLE, role.id().value());
    return call.answer(
        page, users.list(call.tenant(), filter, page).map(found -> UserView.of(found.user())));
  }
}
