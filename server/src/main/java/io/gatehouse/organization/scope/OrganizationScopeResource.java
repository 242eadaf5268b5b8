package io.gatehouse.organization.scope;

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

/** The scopes of the organization template, over HTTP. */
@Path("/api/organization-scopes")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organization scopes")
class OrganizationScopeResource {
  private final OrganizationScopes scopes;
  private final ManagementCall call;

  OrganizationScopeResource(OrganizationScopes scopes, ManagementCall call) {
    this.scopes = scopes;
    this.call = call;
  }

  @GET
  @Paged(q = "the name")
  @Operation(
      operationId = "ListOrganizationScopes",
      summary = "List the scopes of the organization template")
  public List<OrganizationScope> list() {
    Page page = call.optionalPage();
    return call.answer(page, scopes.list(call.tenant(), call.query().text("q"), page));
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateOrganizationScope",
      summary = "Add a scope to the organization template")
  public OrganizationScope create(OrganizationScopeInput input) {
    return scopes.create(call.tenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetOrganizationScope", summary = "Read an organization scope")
  public OrganizationScope get(@PathParam("id") OrganizationScopeId id) {
    return scopes.get(call.tenant(), id);
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateOrganizationScope", summary = "Change an organization scope")
  public OrganizationScope change(
      @PathParam("id") OrganizationScopeId id, OrganizationScopePatch patch) {
    return scopes.change(call.tenant(), Actor.of(call), id, patch);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteOrganizationScope",
      summary = "Delete an organization scope and take it from every role")
  public void delete(@PathParam("id") OrganizationScopeId id) {
    scopes.delete(call.tenant(), Actor.of(call), id);
  }
}
