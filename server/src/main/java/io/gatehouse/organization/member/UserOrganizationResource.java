package io.gatehouse.organization.member;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.list.Page;
import io.gatehouse.user.Users;
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

/** The organizations of a person, over HTTP. */
@Path("/api/users/{userId}/organizations")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserOrganizationResource {
  private final MemberListStore lists;
  private final Users users;
  private final ManagementCall call;

  UserOrganizationResource(MemberListStore lists, Users users, ManagementCall call) {
    this.lists = lists;
    this.users = users;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "ListUserOrganizations",
      summary = "List the organizations of a person with their roles there")
  public List<JoinedOrganization> list(@PathParam("userId") String user) {
    users.get(call.tenant(), user);
    return lists.organizations(call.tenant(), MemberKind.USER, user, Page.WHOLE).items();
  }
}
