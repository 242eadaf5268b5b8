package io.gatehouse.organization.role;

import io.gatehouse.access.scope.Scope;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.organization.scope.OrganizationScope;
import io.gatehouse.platform.http.PlainAnswer;
import io.gatehouse.platform.list.Page;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the roles of the organization template grant, over HTTP. */
@Path("/api/organization-roles")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organization roles")
class GrantedScopeResource {
  private final OrganizationRoles roles;
  private final GrantedScopes scopes;
  private final ManagementCall call;

  GrantedScopeResource(OrganizationRoles roles, GrantedScopes scopes, ManagementCall call) {
    this.roles = roles;
    this.scopes = scopes;
    this.call = call;
  }

  @GET
  @Path("/{id}/scopes")
  @Paged
  @Operation(
      operationId = "ListOrganizationRoleScopes",
      summary = "List the organization scopes that a role grants")
  public List<OrganizationScope> list(@PathParam("id") OrganizationRoleId id) {
    Page page = call.optionalPage();
    OrganizationRole role = roles.get(call.tenant(), id);
    return call.answer(page, scopes.organizationScopes(call.tenant(), role.id(), page));
  }

  @POST
  @Path("/{id}/scopes")
  @Operation(
      operationId = "CreateOrganizationRoleScope",
      summary = "Let a role grant more organization scopes")
  @Answers(status = 201)
  public Response add(@PathParam("id") OrganizationRoleId id, GrantInput.Scopes input) {
    scopes.add(
        call.tenant(),
        Actor.of(call),
        Granted.ORGANIZATION_SCOPES,
        id,
        input.organizationScopeIds());
    return PlainAnswer.created();
  }

  @PUT
  @Path("/{id}/scopes")
  @Operation(
      operationId = "ReplaceOrganizationRoleScopes",
      summary = "Let a role grant these organization scopes and no others")
  public void replace(@PathParam("id") OrganizationRoleId id, GrantInput.AllScopes input) {
    scopes.replace(
        call.tenant(),
        Actor.of(call),
        Granted.ORGANIZATION_SCOPES,
        id,
        input.organizationScopeIds());
  }

  @DELETE
  @Path("/{id}/scopes/{organizationScopeId}")
  @Operation(
      operationId = "DeleteOrganizationRoleScope",
      summary = "Let a role no longer grant an organization scope")
  public void remove(
      @PathParam("id") OrganizationRoleId id, @PathParam("organizationScopeId") String scope) {
    scopes.remove(call.tenant(), Actor.of(call), Granted.ORGANIZATION_SCOPES, id, scope);
  }

  @GET
  @Path("/{id}/resource-scopes")
  @Paged
  @Operation(
      operationId = "ListOrganizationRoleResourceScopes",
      summary = "List the scopes of API resources that a role grants")
  public List<Scope> listResourceScopes(@PathParam("id") OrganizationRoleId id) {
    Page page = call.optionalPage();
    OrganizationRole role = roles.get(call.tenant(), id);
    return call.answer(page, scopes.resourceScopes(call.tenant(), role.id(), page));
  }

  @POST
  @Path("/{id}/resource-scopes")
  @Operation(
      operationId = "CreateOrganizationRoleResourceScope",
      summary = "Let a role grant more scopes of API resources")
  @Answers(status = 201)
  public Response addResourceScopes(
      @PathParam("id") OrganizationRoleId id, GrantInput.ResourceScopes input) {
    scopes.add(call.tenant(), Actor.of(call), Granted.RESOURCE_SCOPES, id, input.scopeIds());
    return PlainAnswer.created();
  }

  @PUT
  @Path("/{id}/resource-scopes")
  @Operation(
      operationId = "ReplaceOrganizationRoleResourceScopes",
      summary = "Let a role grant these scopes of API resources and no others")
  public void replaceResourceScopes(
      @PathParam("id") OrganizationRoleId id, GrantInput.AllResourceScopes input) {
    scopes.replace(call.tenant(), Actor.of(call), Granted.RESOURCE_SCOPES, id, input.scopeIds());
  }

  @DELETE
  @Path("/{id}/resource-scopes/{scopeId}")
  @Operation(
      operationId = "DeleteOrganizationRoleResourceScope",
      summary = "Let a role no longer grant a scope of an API resource")
  public void removeResourceScope(
      @PathParam("id") OrganizationRoleId id, @PathParam("scopeId") String scope) {
    scopes.remove(call.tenant(), Actor.of(call), Granted.RESOURCE_SCOPES, id, scope);
  }
}
