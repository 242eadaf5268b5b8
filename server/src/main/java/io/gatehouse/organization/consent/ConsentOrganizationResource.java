package io.gatehouse.organization.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.organization.Organization;
import io.gatehouse.organization.consent.ConsentOrganizations.Consenter;
import io.gatehouse.platform.http.PlainAnswer;
import io.gatehouse.platform.input.Guard;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where third-party applications may act for a person, over HTTP. */
@Path("/api/applications/{id}/users/{userId}/consent-organizations")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Applications")
class ConsentOrganizationResource {
  private final ConsentOrganizations organizations;
  private final ManagementCall call;

  ConsentOrganizationResource(ConsentOrganizations organizations, ManagementCall call) {
    this.organizations = organizations;
    this.call = call;
  }

  /** A page of the organizations. */
  record OrganizationList(List<Organization> organizations) {}

  @GET
  @Paged
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "422", description = "The application is none of a third party.")
  @Operation(
      operationId = "ListApplicationUserConsentOrganizations",
      summary = "List where an application may act for a person")
  public OrganizationList list(@PathParam("id") String id, @PathParam("userId") String user) {
    Page page = call.page();
    Consenter consenter = organizations.consenter(call.tenant(), id, user);
    return new OrganizationList(call.answer(page, organizations.list(consenter, page)));
  }

  @PUT
  @Operation(
      operationId = "ReplaceApplicationUserConsentOrganizations",
      summary = "Set where an application may act for a person")
  public void replace(
      @PathParam("id") String id,
      @PathParam("userId") String user,
      @RequestBody(content = @Content(schema = @Schema(anyOf = ConsentOrganizationInput.All.class)))
          JsonNode body) {
    Consenter consenter = organizations.consenter(call.tenant(), id, user);
    var input = Guard.body(body, ConsentOrganizationInput.All.class);
    organizations.replace(consenter, Actor.of(call), input.organizationIds());
  }

  @POST
  @Operation(
      operationId = "CreateApplicationUserConsentOrganization",
      summary = "Let an application act for a person in more organizations")
  @Answers(status = 201)
  public Response add(
      @PathParam("id") String id,
      @PathParam("userId") String user,
      @RequestBody(
              content = @Content(schema = @Schema(anyOf = ConsentOrganizationInput.More.class)))
          JsonNode body) {
    Consenter consenter = organizations.consenter(call.tenant(), id, user);
    var input = Guard.body(body, ConsentOrganizationInput.More.class);
    organizations.add(consenter, Actor.of(call), input.organizationIds());
    return PlainAnswer.created();
  }

  @DELETE
  @Path("/{organizationId}")
  @APIResponse(responseCode = "422", description = "The application is none of a third party.")
  @Operation(
      operationId = "DeleteApplicationUserConsentOrganization",
      summary = "Let an application no longer act for a person in an organization")
  public void remove(
      @PathParam("id") String id,
      @PathParam("userId") String user,
      @PathParam("organizationId") String organization) {
    Consenter consenter = organizations.consenter(call.tenant(), id, user);
    organizations.remove(consenter, Actor.of(call), organization);
  }
}
