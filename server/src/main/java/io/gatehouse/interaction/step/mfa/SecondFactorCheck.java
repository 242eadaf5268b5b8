package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.interaction.step.IdentifiedPerson;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.SecondFactor;
import io.gatehouse.user.SignInUser;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Lets nobody sign in, or change the account on the way, who has to show a second factor first. */
@Singleton
public class SecondFactorCheck {
  private final IdentifiedPerson identified;

  SecondFactorCheck(IdentifiedPerson identified) {
    this.identified = identified;
  }

  /** What is asked for and not shown yet, for a page; empty where nothing is. */
  public Optional<Demand> demand(Journey journey) {
    return concerns(journey) ? demand(journey, identified.of(journey)) : Optional.empty();
  }

  /** Refuses a sign-in that lacks it: the data of {@link MfaError#REQUIRED} is the demand. */
  public void require(Journey journey, SignInUser person) {
    demand(journey, person).ifPresent(SecondFactorCheck::refuse);
  }

  /** Refuses to change anything of the account before it is shown. */
  public void enter(Journey journey) {
    switch (journey.state().interactionEvent()) {
      case REGISTER -> {
        // A newcomer has nothing to show yet.
      }
      case SIGN_IN -> {
        if (journey.state().userId() == null) {
          throw StepError.IDENTIFIER_NOT_FOUND.exception();
        }
        demand(journey).ifPresent(SecondFactorCheck::refuse);
      }
      case FORGOT_PASSWORD -> throw StepError.NOT_FOR_FORGOT_PASSWORD.exception();
    }
  }

  private static void refuse(Demand demand) {
    throw MfaError.REQUIRED.withData(demand);
  }

  private static Optional<Demand> demand(Journey journey, SignInUser person) {
    if (!concerns(journey)) {
      return Optional.empty();
    }
    Set<Factor> factors = Factors.had(journey.experience(), person);
    return factors.isEmpty() || !asked(journey.experience(), person) || shown(journey, person)
        ? Optional.empty()
        : Optional.of(new Demand(Factors.ordered(factors), Factors.masked(person.user(), factors)));
  }

  /** Those who come from an enterprise have shown there what their enterprise asks for. */
  private static boolean concerns(Journey journey) {
    return journey.state().interactionEvent() == InteractionEvent.SIGN_IN
        && !journey.experience().mfa().factors().isEmpty()
        && !cameByEnterprise(journey.state());
  }

  static boolean cameByEnterprise(InteractionState state) {
    return state
        .record(VerificationRecord.EnterpriseSso.class)
        .filter(VerificationRecord::verified)
        .isPresent();
  }

  private static boolean asked(SignInExperience experience, SignInUser person) {
    return experience.adaptiveMfa().on()
        || !experience.mfa().policy().skippable()
        || !person.secondStep().optedOut();
  }

  private static boolean shown(Journey journey, SignInUser person) {
    return journey.state().verificationRecords().stream()
        .anyMatch(record ->
            record instanceof SecondFactor factor
                && factor.proves(person.user())
                && journey.experience().mfa().factors().contains(factor.factor()));
  }
}
