package io.gatehouse.organization.jit;

import io.gatehouse.audit.Actor;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.jit.JitStore.Link;
import io.gatehouse.organization.role.OrganizationRole;
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
import org.jboss.resteasy.reactive.ResponseStatus;

/** Who joins an organization by themselves, over HTTP. */
@Path("/api/organizations/{id}/jit")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
class JitResource {
  private final JitRules rules;
  private final ManagementCall call;

  JitResource(JitRules rules, ManagementCall call) {
    this.rules = rules;
    this.call = call;
  }

  @GET
  @Path("/email-domains")
  @Paged
  @Operation(
      operationId = "ListOrganizationJitEmailDomains",
      summary = "List the e-mail domains whose people join an organization")
  public List<EmailDomain> domains(@PathParam("id") OrganizationId id) {
    Page page = call.optionalPage();
    return call.answer(page, rules.domains(call.tenant(), id, page));
  }

  @POST
  @Path("/email-domains")
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateOrganizationJitEmailDomain",
      summary = "Let the people of an e-mail domain join an organization")
  public EmailDomain addDomain(@PathParam("id") OrganizationId id, JitInput.Domain input) {
    return rules.addDomain(call.tenant(), Actor.of(call), id, input.emailDomain());
  }

  @PUT
  @Path("/email-domains")
  @Operation(
      operationId = "ReplaceOrganizationJitEmailDomains",
      summary = "Let the people of these e-mail domains join an organization and no others")
  public void replaceDomains(@PathParam("id") OrganizationId id, JitInput.AllDomains input) {
    rules.replaceDomains(call.tenant(), Actor.of(call), id, input.emailDomains());
  }

  @DELETE
  @Path("/email-domains/{emailDomain}")
  @Operation(
      operationId = "DeleteOrganizationJitEmailDomain",
      summary = "No longer let the people of an e-mail domain join an organization")
  public void removeDomain(
      @PathParam("id") OrganizationId id, @PathParam("emailDomain") String domain) {
    rules.removeDomain(call.tenant(), Actor.of(call), id, domain);
  }

  @GET
  @Path("/roles")
  @Paged
  @Operation(
      operationId = "ListOrganizationJitRoles",
      summary = "List the roles that people get as they join an organization")
  public List<OrganizationRole> roles(@PathParam("id") OrganizationId id) {
    Page page = call.optionalPage();
    return call.answer(page, rules.roles(call.tenant(), id, page));
  }

  @POST
  @Path("/roles")
  @Operation(
      operationId = "CreateOrganizationJitRole",
      summary = "Give more roles to people as they join an organization")
  @Answers(status = 201)
  public Response addRoles(@PathParam("id") OrganizationId id, JitInput.Roles input) {
    rules.add(call.tenant(), Actor.of(call), Link.ROLES, id, input.organizationRoleIds());
    return PlainAnswer.created();
  }

  @PUT
  @Path("/roles")
  @Operation(
      operationId = "ReplaceOrganizationJitRoles",
      summary = "Give these roles to people as they join an organization and no others")
  public void replaceRoles(@PathParam("id") OrganizationId id, JitInput.AllRoles input) {
    rules.replace(call.tenant(), Actor.of(call), Link.ROLES, id, input.organizationRoleIds());
  }

  @DELETE
  @Path("/roles/{organizationRoleId}")
  @Operation(
      operationId = "DeleteOrganizationJitRole",
      summary = "No longer give a role to people as they join an organization")
  public void removeRole(
      @PathParam("id") OrganizationId id, @PathParam("organizationRoleId") String role) {
    rules.remove(call.tenant(), Actor.of(call), Link.ROLES, id, role);
  }

  @GET
  @Path("/sso-connectors")
  @Paged
  @Operation(
      operationId = "ListOrganizationJitSsoConnectors",
      summary =
          "List the connectors of enterprise single sign-on whose people join an organization")
  public List<SsoConnector> connectors(@PathParam("id") OrganizationId id) {
    Page page = call.optionalPage();
    return call.answer(page, rules.connectors(call.tenant(), id, page));
  }

  @POST
  @Path("/sso-connectors")
  @Operation(
      operationId = "CreateOrganizationJitSsoConnector",
      summary = "Let the people of more connectors join an organization")
  @Answers(status = 201)
  public Response addConnectors(@PathParam("id") OrganizationId id, JitInput.Connectors input) {
    rules.add(call.tenant(), Actor.of(call), Link.CONNECTORS, id, input.ssoConnectorIds());
    return PlainAnswer.created();
  }

  @PUT
  @Path("/sso-connectors")
  @Operation(
      operationId = "ReplaceOrganizationJitSsoConnectors",
      summary = "Let the people of these connectors join an organization and no others")
  public void replaceConnectors(@PathParam("id") OrganizationId id, JitInput.AllConnectors input) {
    rules.replace(call.tenant(), Actor.of(call), Link.CONNECTORS, id, input.ssoConnectorIds());
  }

  @DELETE
  @Path("/sso-connectors/{ssoConnectorId}")
  @Operation(
      operationId = "DeleteOrganizationJitSsoConnector",
      summary = "No longer let the people of a connector join an organization")
  public void removeConnector(
      @PathParam("id") OrganizationId id, @PathParam("ssoConnectorId") String connector) {
    rules.remove(call.tenant(), Actor.of(call), Link.CONNECTORS, id, connector);
  }
}
