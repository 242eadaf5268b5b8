package io.gatehouse.signin.consent;

import io.gatehouse.application.Application;
import io.gatehouse.branding.page.Page;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.consent.ConsentStep;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Visit;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The consent page. */
@Direct
@Path("/consent")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ConsentPage {
  private final Visit visit;
  private final ConsentStep consent;
  private final ConsentView view;

  ConsentPage(Visit visit, ConsentStep consent, ConsentView view) {
    this.visit = visit;
    this.consent = consent;
    this.view = view;
  }

  @GET
  public Response show() {
    return visit.show(journey -> {
      Interaction interaction = journey.interaction();
      if (!interaction.prompt().equals(Interaction.CONSENT)) {
        return visit.go("/sign-in");
      }
      Application application = visit.application().orElseThrow();
      if (consent.refuses(interaction)) {
        return visit.page(new Page.NoAccess(signOut(visit.tenant(), application)));
      }
      if (consent.asks(application)) {
        return visit.page(view.of(visit, application));
      }
      consent.allow(journey.tenantId(), interaction, List.of());
      return found(visit.tenant().url("/oidc/auth/" + interaction.id()));
    });
  }

  @POST
  public Response decide(Form fields) {
    return visit.take(fields, this::decided);
  }

  private Response decided(Form form) {
    Interaction interaction = visit.interaction();
    if (!interaction.prompt().equals(Interaction.CONSENT)) {
      return visit.go("/sign-in");
    }
    TenantId tenant = visit.tenant().id();
    String organization = form.text("organization");
    List<String> organizations = organization.isEmpty() ? List.of() : List.of(organization);
    if (form.text("decision").equals("allow")) {
      consent.allow(tenant, interaction, organizations);
    } else {
      consent.deny(tenant, interaction);
    }
    return visit.resume();
  }

  private static String signOut(Tenant tenant, Application application) {
    return tenant.url("/oidc/session/end?client_id=" + application.id());
  }

  private static Response found(String address) {
    return Response.status(Response.Status.FOUND)
        .location(URI.create(address))
        .type("text/html; charset=utf-8")
        .entity("Redirecting to " + address + ".")
        .build();
  }
}
