package io.gatehouse.branding.logo;

import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.branding.application.ApplicationExperiences;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Serves the pictures that applications introduce themselves with, and no others: an address is
 * only asked where an application of the tenant names it.
 */
@Path("/application-logo/{digest}")
@RunOnVirtualThread
public class ApplicationLogoResource {
  /** A picture that is opened by itself runs nothing, loads nothing and belongs to no origin. */
  private static final String LIFELESS =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

  private static final Duration BROWSERS_KEEP = Duration.ofHours(1);

  private final ApplicationLogos logos;
  private final Applications applications;
  private final ApplicationExperiences experiences;
  private final TenantResolver tenants;

  ApplicationLogoResource(
      ApplicationLogos logos,
      Applications applications,
      ApplicationExperiences experiences,
      TenantResolver tenants) {
    this.logos = logos;
    this.applications = applications;
    this.experiences = experiences;
    this.tenants = tenants;
  }

  @GET
  @Operation(hidden = true)
  public Response read(
      @Context RoutingContext context,
      @PathParam("digest") String digest,
      @QueryParam("client_id") @Nullable String clientId) {
    TenantId tenant = tenants.resolve(context.request()).id();
    Application application =
        applications
            .find(tenant, clientId == null ? "" : clientId)
            .filter(Application::thirdParty)
            .orElseThrow(NotFoundException::new);
    String url =
        experiences.logos(tenant, application).stream()
            .filter(each -> ApplicationLogos.digest(each).equals(digest))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return logos
        .find(url)
        .map(logo -> answer(logo, BROWSERS_KEEP))
        .orElseGet(() -> answer(Logo.monogram(application.name()), ApplicationLogos.FAILED));
  }

  private static Response answer(Logo logo, Duration life) {
    return Response.ok(logo.bytes(), logo.mediaType())
        .header("Cache-Control", "public, max-age=" + life.toSeconds())
        .header("Content-Security-Policy", LIFELESS)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
