package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.interaction.step.mfa.Offer;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.FactorWay;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Decide whether one wants a second step at all. */
@Direct
@Path("/mfa-onboarding")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class OnboardingPage {
  private final Visit visit;
  private final Setup setup;
  private final BindStep bind;

  OnboardingPage(Visit visit, Setup setup, BindStep bind) {
    this.visit = visit;
    this.setup = setup;
    this.bind = bind;
  }

  @GET
  public Response show() {
    return visit.show(journey -> asked(journey, () -> visit.page(new MfaStep.Onboarding())));
  }

  @POST
  public Response decide(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          boolean wanted = form.text("do").equals("enable");
          return asked(
              journey,
              () -> setup.done(visit, journey, wanted ? bind.enable(journey) : bind.skip(journey)));
        });
  }

  private Response asked(Journey journey, Supplier<Response> page) {
    return setup.offered(
        visit,
        journey,
        offer -> offer instanceof Offer.Onboarding ? page.get() : visit.go(FactorWay.page(offer)));
  }
}
