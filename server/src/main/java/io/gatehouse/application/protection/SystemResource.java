package io.gatehouse.application.protection;

import io.gatehouse.application.ApplicationError;
import io.gatehouse.management.ManagementApi;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the whole installation says about applications, over HTTP. */
@Path("/api/systems")
@ManagementApi
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Systems")
class SystemResource {
  private final ProtectedSites sites;

  SystemResource(ProtectedSites sites) {
    this.sites = sites;
  }

  /** What is said of protected applications. */
  record ApplicationConfig(ProtectedApps protectedApps) {}

  /** The domain that each of them gets a subdomain of. */
  record ProtectedApps(String defaultDomain) {}

  @GET
  @Path("/application")
  @APIResponse(
      responseCode = "501",
      description = "No place to serve protected applications is configured.")
  @Operation(
      operationId = "GetSystemApplicationConfig",
      summary = "Read where protected applications are served")
  public ApplicationConfig application() {
    return sites
        .domain()
        .map(domain -> new ApplicationConfig(new ProtectedApps(domain)))
        .orElseThrow(ApplicationError.PROTECTED_NOT_CONFIGURED::exception);
  }
}
