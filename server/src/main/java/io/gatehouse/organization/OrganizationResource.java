package io.gatehouse.organization;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Organizations, over HTTP. */
@Path("/api/organizations")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
class OrganizationResource {
  private final Organizations organizations;
  private final ManagementCall call;

  OrganizationResource(Organizations organizations, ManagementCall call) {
    this.organizations = organizations;
    this.call = call;
  }

  @GET
  @Paged(q = "the name or the id")
  @Parameter(
      name = "showFeatured",
      in = ParameterIn.QUERY,
      description = "Whether to tell how many members there are, and who are some of them.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "ListOrganizations", summary = "List the organizations")
  public List<OrganizationListing> list() {
    Page page = call.page();
    String text = call.query().text("q").orElse("");
    boolean featured = call.query().truthy("showFeatured");
    return call.answer(page, organizations.list(call.tenant(), text, featured, page));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "CreateOrganization", summary = "Add an organization")
  public Organization create(OrganizationInput input) {
    return organizations.create(call.tenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetOrganization", summary = "Read an organization")
  public Organization get(@PathParam("id") OrganizationId id) {
    return organizations.get(call.tenant(), id);
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateOrganization", summary = "Change an organization")
  public Organization change(@PathParam("id") OrganizationId id, OrganizationPatch patch) {
    return organizations.change(call.tenant(), Actor.of(call), id, patch);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteOrganization",
      summary = "Delete an organization with all that is of it")
  public void delete(@PathParam("id") OrganizationId id) {
    organizations.delete(call.tenant(), Actor.of(call), id);
  }
}
