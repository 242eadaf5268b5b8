package io.gatehouse.application.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.application.ApplicationError;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.Applications;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.json.JsonCodec;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The domains of protected applications besides the proxy's own, over HTTP. A proxy that could
 * serve them is not part of the product, so none can be added.
 */
@Path("/api/applications/{id}/protected-app-metadata/custom-domains")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class CustomDomainResource {
  private final Applications applications;
  private final ProtectedSites sites;
  private final ManagementCall call;

  CustomDomainResource(Applications applications, ProtectedSites sites, ManagementCall call) {
    this.applications = applications;
    this.sites = sites;
    this.call = call;
  }

  /** A domain to be added. */
  @Input
  record CustomDomain(@Size(min = 1, max = 256) String domain) {}

  @GET
  @APIResponse(responseCode = "422", description = "The application is no protected one.")
  @APIResponse(
      responseCode = "501",
      description = "No place to serve protected applications is configured.")
  @Operation(
      operationId = "ListApplicationProtectedAppMetadataCustomDomains",
      summary = "List the custom domains of a protected application")
  public JsonNode list(@PathParam("id") String id) {
    return domains(id);
  }

  @POST
  @APIResponse(
      responseCode = "501",
      description = "No place to serve protected applications is configured.")
  @Operation(
      operationId = "CreateApplicationProtectedAppMetadataCustomDomain",
      summary = "Add a custom domain to a protected application")
  @Answers(status = 201)
  public void add(@PathParam("id") String id, CustomDomain input) {
    domains(id);
    throw ApplicationError.PROTECTED_NOT_CONFIGURED.exception();
  }

  @DELETE
  @Path("/{domain}")
  @APIResponse(responseCode = "422", description = "The application is no protected one.")
  @APIResponse(
      responseCode = "501",
      description = "No place to serve protected applications is configured.")
  @Operation(
      operationId = "DeleteApplicationProtectedAppMetadataCustomDomain",
      summary = "Delete a custom domain of a protected application")
  public void delete(@PathParam("id") String id, @PathParam("domain") String domain) {
    domains(id);
    throw ApplicationError.CUSTOM_DOMAIN_NOT_FOUND.exception();
  }

  private ArrayNode domains(String id) {
    if (applications.get(call.tenant(), id).type() != ApplicationType.Protected) {
      throw ApplicationError.DOMAINS_OF_PROTECTED_ONLY.exception();
    }
    if (sites.domain().isEmpty()) {
      throw ApplicationError.PROTECTED_NOT_CONFIGURED.exception();
    }
    return JsonCodec.mapper().createArrayNode();
  }
}
