package io.gatehouse.organization.role;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The roles of the organization template, over HTTP. */
@Path("/api/organization-roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organization roles")
class OrganizationRoleResource {
  private final OrganizationRoles roles;
  private final ManagementCall call;

  OrganizationRoleResource(OrganizationRoles roles, ManagementCall call) {
    this.roles = roles;
    this.call = call;
  }

  @GET
  @Paged(q = "the name, the description or the id")
  @Operation(
      operationId = "ListOrganizationRoles",
      summary = "List the roles of the organization template, with what they grant")
  public List<OrganizationRoleListing> list() {
    Page page = call.page();
    return call.answer(page, roles.list(call.tenant(), call.query().text("q"), page));
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateOrganizationRole",
      summary = "Add a role to the organization template")
  public OrganizationRole create(OrganizationRoleInput input) {
    return roles.create(call.tenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetOrganizationRole", summary = "Read an organization role")
  public OrganizationRole get(@PathParam("id") OrganizationRoleId id) {
    return roles.get(call.tenant(), id);
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateOrganizationRole", summary = "Change an organization role")
  public OrganizationRole change(
      @PathParam("id") OrganizationRoleId id, OrganizationRolePatch patch) {
    return roles.change(call.tenant(), Actor.of(call), id, patch);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteOrganizationRole",
      summary = "Delete an organization role and take it from everybody")
  public void delete(@PathParam("id") OrganizationRoleId id) {
    roles.delete(call.tenant(), Actor.of(call), id);
  }
}
