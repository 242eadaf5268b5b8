package io.gatehouse.organization.member;

import io.gatehouse.application.Applications;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
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

/** The organizations of an application, over HTTP. */
@Path("/api/applications/{id}/organizations")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ApplicationOrganizationResource {
  private final MemberListStore lists;
  private final Applications applications;
  private final ManagementCall call;

  ApplicationOrganizationResource(
      MemberListStore lists, Applications applications, ManagementCall call) {
    this.lists = lists;
    this.applications = applications;
    this.call = call;
  }

  @GET
  @Paged
  @Operation(
      operationId = "ListApplicationOrganizations",
      summary = "List the organizations of an application with its roles there")
  public List<JoinedOrganization> list(@PathParam("id") String id) {
    Page page = call.optionalPage();
    applications.get(call.tenant(), id);
    return call.answer(page, lists.organizations(call.tenant(), MemberKind.APPLICATION, id, page));
  }
}
