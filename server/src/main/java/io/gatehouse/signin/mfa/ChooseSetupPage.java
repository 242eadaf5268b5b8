package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Problems;
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

/** Choose a second step to set up, or go on without where that is allowed. */
@Direct
@Path("/mfa-binding")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ChooseSetupPage {
  private final Visit visit;
  private final Setup setup;
  private final BindStep bind;

  ChooseSetupPage(Visit visit, Setup setup, BindStep bind) {
    this.visit = visit;
    this.setup = setup;
    this.bind = bind;
  }

  @GET
  public Response show() {
    return visit.show(journey -> setup.offered(visit, journey, this::shown));
  }

  @POST
  public Response choose(Form fields) {
    return visit.take(
        fields, form -> setup.offered(visit, visit.journey(), offer -> chosen(offer, form)));
  }

  @POST
  @Path("/skip")
  public Response skip(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          return setup.offered(visit, journey, offer -> skipped(journey, offer));
        });
  }

  private Response shown(Offer offer) {
    return switch (offer) {
      case Offer.Onboarding _, Offer.BackupCodes _ -> visit.go(FactorWay.page(offer));
      case Offer.Missing _, Offer.Another _ -> visit.page(page(offer));
    };
  }

  private Response chosen(Offer offer, Form form) {
    return Setup.choices(offer).stream()
        .filter(factor -> factor.wire().equals(form.text("factor")))
        .findFirst()
        .map(factor -> visit.go(MfaStep.SETUP + "/" + factor.wire()))
        .orElseGet(() -> shown(offer));
  }

  private Response skipped(Journey journey, Offer offer) {
    if (!Setup.skippable(offer)) {
      return visit.go(FactorWay.page(offer));
    }
    return setup.done(
        visit,
        journey,
        offer instanceof Offer.Another ? bind.skipSuggestion(journey) : bind.skip(journey));
  }

  private static MfaStep page(Offer offer) {
    return new MfaStep.ChooseNew(
        Setup.choices(offer).stream().map(factor -> new MfaStep.Offer(factor, null)).toList(),
        offer instanceof Offer.Another,
        new MfaStep.Leave(false, Setup.skippable(offer)),
        Problems.NONE);
  }
}
