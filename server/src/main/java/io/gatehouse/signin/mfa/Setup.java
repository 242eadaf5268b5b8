package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.BindingOffers;
import io.gatehouse.interaction.step.mfa.Offer;
import io.gatehouse.interaction.step.submit.SubmitStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.FactorWay;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all pages have in common on which a second step is set up. */
@Singleton
class Setup {
  private final BindingOffers offers;
  private final Ending ending;
  private final FactorWay way;
  private final TrustBox box;
  private final VisitLog log;

  Setup(BindingOffers offers, Ending ending, FactorWay way, TrustBox box, VisitLog log) {
    this.offers = offers;
    this.ending = ending;
    this.way = way;
    this.box = box;
    this.log = log;
  }

  /** A page for what is offered; where nothing is, on to whatever comes next. */
  Response offered(Visit visit, Journey journey, Function<Offer, Response> page) {
    if (journey.state().userId() == null || SubmitStep.resets(journey)) {
      return visit.go("/sign-in");
    }
    Optional<Offer> offer = offers.next(journey);
    return offer.isPresent() ? page.apply(offer.get()) : ending.signIn(visit, journey);
  }

  /** A page that sets this up; where it is not offered, the page of what is. */
  Response offered(
      Visit visit, Journey journey, Factor factor, Function<MfaStep.Leave, Response> page) {
    return offered(
        visit,
        journey,
        offer ->
            choices(offer).contains(factor)
                ? page.apply(leave(offer))
                : visit.go(FactorWay.page(offer)));
  }

  /** By which the person may trust this browser. */
  TrustBox box() {
    return box;
  }

  /** Goes on with what was set up, or passed over. */
  Response done(Visit visit, Journey journey, InteractionState state) {
    return ending.proceed(visit, journey.with(state));
  }

  /**
   * Adds what has been shown to work, and goes on.
   *
   * @param key that its adding is logged by
   * @param page what to show instead where the person can mend what is wrong
   */
  Response bound(
      Visit visit,
      Journey journey,
      String key,
      Supplier<InteractionState> binding,
      Function<Problems, @Nullable Response> page) {
    InteractionState bound;
    try {
      bound = log.of(journey, key, binding);
    } catch (RequestException refusal) {
      Problems problems = Remarks.about(refusal);
      Response shown = problems == null ? null : page.apply(problems);
      if (shown != null) {
        return shown;
      }
      return way.of(visit, journey, refusal).orElseThrow(() -> refusal);
    }
    return done(visit, journey, bound);
  }

  /** The same for a factor, under the key that its adding is logged by. */
  Response bound(
      Visit visit,
      Journey journey,
      Factor factor,
      Supplier<InteractionState> binding,
      Function<Problems, @Nullable Response> page) {
    return bound(visit, journey, "BindMfa." + factor.wire() + ".Submit", binding, page);
  }

  /** What an offer lets choose: neither what the person has, nor codes that come by themselves. */
  static List<Factor> choices(Offer offer) {
    return switch (offer) {
      case Offer.Onboarding _ -> List.of();
      case Offer.BackupCodes _ -> List.of(Factor.BACKUP_CODE);
      case Offer.Missing missing -> missing.availableFactors();
      case Offer.Another another ->
          another.availableFactors().stream()
              .filter(factor -> factor != Factor.BACKUP_CODE)
              .filter(factor -> !another.maskedIdentifiers().containsKey(factor))
              .filter(
                  factor -> factor != Factor.WEB_AUTHN || !another.isWebAuthnUsedAsSignInPasskey())
              .toList();
    };
  }

  /** How its pages are left without setting anything up. */
  static MfaStep.Leave leave(Offer offer) {
    return new MfaStep.Leave(choices(offer).size() > 1, skippable(offer));
  }

  static boolean skippable(Offer offer) {
    return switch (offer) {
      case Offer.Onboarding _, Offer.Another _ -> true;
      case Offer.BackupCodes _ -> false;
      case Offer.Missing missing -> missing.skippable();
    };
  }
}
