package io.gatehouse.signin.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.Demand;
import io.gatehouse.interaction.step.mfa.SecondFactorCheck;
import io.gatehouse.interaction.step.submit.SubmitStep;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** What all pages have in common on which a second step is proved. */
@Singleton
class Proving {
  private final SecondFactorCheck check;
  private final TrustBox box;
  private final Ending ending;

  Proving(SecondFactorCheck check, TrustBox box, Ending ending) {
    this.check = check;
    this.box = box;
    this.ending = ending;
  }

  /** A page for what is asked for; where nothing is, on to whatever comes next. */
  Response asked(Visit visit, Journey journey, Function<Demand, Response> page) {
    if (journey.state().userId() == null || SubmitStep.resets(journey)) {
      return visit.go("/sign-in");
    }
    Optional<Demand> demand = check.demand(journey);
    return demand.isPresent() ? page.apply(demand.get()) : ending.signIn(visit, journey);
  }

  /** A page for one way to prove it; where it is not among them, all there are. */
  Response asked(Visit visit, Journey journey, Factor factor, Function<Demand, Response> page) {
    return asked(
        visit,
        journey,
        demand ->
            demand.availableFactors().contains(factor)
                ? page.apply(demand)
                : visit.go(MfaStep.PROOF));
  }

  /** By which the person may trust this browser. */
  TrustBox box() {
    return box;
  }

  /** Goes on after a proof. It is used up: what follows may fail, but it must not be lost. */
  Response shown(Visit visit, Journey journey, InteractionState proved, Form form) {
    Journey kept = visit.save(journey, proved);
    return ending.signIn(visit, kept.with(box.noted(kept, kept.state(), form)));
  }

  /** Whether there is another way. */
  static boolean others(Demand demand) {
    return demand.availableFactors().size() > 1;
  }
}
