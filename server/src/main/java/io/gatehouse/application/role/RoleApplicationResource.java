package io.gatehouse.application.role;

import io.gatehouse.access.role.Role;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.Roles;
import io.gatehouse.application.ApplicationView;
import io.gatehouse.application.Applications;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The applications that have a role, over HTTP; giving and taking it is the role's own. */
@Path("/api/roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
class RoleApplicationResource {
  private static final Map<String, String> SEARCHABLE =
      Map.of("id", "id", "name", "name", "description", "description");

  private final Roles roles;
  private final Applications applications;
  private final ManagementCall call;

  RoleApplicationResource(Roles roles, Applications applications, ManagementCall call) {
    this.roles = roles;
    this.applications = applications;
    this.call = call;
  }

  @GET
  @Path("/{id}/applications")
  @Paged(searchable = true)
  @Operation(
      operationId = "ListRoleApplications",
      summary = "List the applications that have a role")
  public List<ApplicationView> list(@PathParam("id") RoleId id) {
    Page page = call.page();
    Search search = Search.of(call.query(), SEARCHABLE);
    Role role = roles.get(call.tenant(), id);
    return call.answer(
        page,
        applications
            .ofRole(call.tenant(), role.id(), search, page)
            .map(application -> ApplicationView.of(call.tenant(), application)));
  }
}
