package io.gatehouse.signin.social;

import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.TermsBox;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.identify.Providers;
import io.gatehouse.signin.sso.SsoDeparture;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;

/**
 * The way to a social provider, from its button or straight from the application; from there also
 * to an enterprise's.
 */
@Direct
@Path("/")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class SocialPage {
  private static final String GOOGLE = "google";

  private static final Set<String> SCREENS =
      Set.of(
          "register",
          "identifier-sign-in",
          "identifier-register",
          "reset-password",
          "single-sign-on");

  private final Visit visit;
  private final Departure departure;
  private final SsoDeparture enterprise;
  private final ConnectorKinds connectors;
  private final Beginning beginning;
  private final Providers providers;
  private final PromptArrival prompt;

  SocialPage(
      Visit visit,
      Departure departure,
      SsoDeparture enterprise,
      Providers providers,
      PromptArrival prompt,
      ConnectorKinds connectors,
      Beginning beginning) {
    this.visit = visit;
    this.departure = departure;
    this.enterprise = enterprise;
    this.connectors = connectors;
    this.beginning = beginning;
    this.providers = providers;
    this.prompt = prompt;
  }

  @POST
  @Path("social")
  public Response start(Form fields) {
    return visit.take(fields, this::started);
  }

  /** What Google's prompt on a page of ours has handed over. */
  @POST
  @Path("social/prompt")
  public Response prompted(Form fields) {
    return visit.take(
        fields,
        form ->
            providers
                .prompting(visit.scene())
                .map(connector -> prompt.go(visit, connector, form.text("credential")))
                .orElseGet(() -> visit.go("/sign-in")));
  }

  @GET
  @Path("direct/{method}/{target}")
  public Response direct(@PathParam("method") String method, @PathParam("target") String target) {
    return visit.show(journey -> {
      if (method.equals("sso") && enterprise.offers(journey, target)) {
        return enterprise.to(visit, target);
      }
      Optional<ConnectorKinds.Social> button =
          method.equals("social") ? button(journey, target) : Optional.empty();
      if (button.isEmpty()) {
        return visit.go(fallback());
      }
      String credential = target.equals(GOOGLE) ? visit.takePromptCredential() : null;
      return credential == null
          ? departure.go(visit, button.get().id(), false)
          : prompt.go(visit, button.get().id(), credential);
    });
  }

  private Response started(Form form) {
    SignInExperience experience = visit.experience();
    if (TermsBox.lacking(experience, form)) {
      return beginning.page(
          visit,
          form.text("from").equals("register"),
          form.line("identifier"),
          Problems.field("terms", Problem.of("form.terms_required")));
    }
    String connector = form.text("connector");
    boolean offered =
        connectors.buttons(visit.tenant().id(), experience).stream()
            .anyMatch(each -> each.id().equals(connector));
    return offered ? departure.go(visit, connector, form.checked("terms")) : visit.go("/sign-in");
  }

  private Optional<ConnectorKinds.Social> button(Journey journey, String target) {
    return connectors.buttons(journey.tenantId(), journey.experience()).stream()
        .filter(each -> each.target().equals(target))
        .findFirst();
  }

  /** The first screen that the application would have had without the provider. */
  private String fallback() {
    String screen = visit.request().getParam("fallback");
    return screen != null && SCREENS.contains(screen) ? "/" + screen : "/sign-in";
  }
}
