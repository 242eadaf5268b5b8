package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.interaction.step.IdentifiedPerson;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.JourneyEvents;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.SecondFactor;
import io.gatehouse.interaction.step.mfa.adaptive.AdaptiveCheck;
import io.gatehouse.interaction.step.mfa.adaptive.Unusual;
import io.gatehouse.user.SignInUser;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lets nobody sign in, or change the account on the way, who has to show a second factor first. */
@Singleton
public class SecondFactorCheck {
  private static final Consumer<List<Unusual>> NOBODY = unusual -> {};

  private final IdentifiedPerson identified;
  private final AdaptiveCheck adaptive;
  private final TrustedBrowser trusted;
  private final JourneyEvents events;

  SecondFactorCheck(
      IdentifiedPerson identified,
      AdaptiveCheck adaptive,
      TrustedBrowser trusted,
      JourneyEvents events) {
    this.identified = identified;
    this.adaptive = adaptive;
    this.trusted = trusted;
    this.events = events;
  }

  /** What is asked for and not shown yet, for a page; empty where nothing is. */
  public Optional<Demand> demand(Journey journey) {
    return concerns(journey) ? demand(journey, identified.of(journey), NOBODY) : Optional.empty();
  }

  /** Refuses a sign-in that lacks it: the data of {@link MfaError#REQUIRED} is the demand. */
  public void require(Journey journey, SignInUser person) {
    demand(journey, person, unusual -> events.unusual(journey, person.user().id(), unusual))
        .ifPresent(SecondFactorCheck::refuse);
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

  /**
   * The demand.
   *
   * @param listener is told what is unusual, if that is why
   */
  private Optional<Demand> demand(
      Journey journey, SignInUser person, Consumer<List<Unusual>> listener) {
    if (!concerns(journey)) {
      return Optional.empty();
    }
    Set<Factor> factors = Factors.had(journey.experience(), person);
    if (factors.isEmpty()) {
      return Optional.empty();
    }
    boolean met =
        switch (reason(journey, person, listener)) {
          case NONE -> true;
          case POLICY -> shown(journey, person) || trusted.vouches(journey, person);
          case THIS_SIGN_IN -> shown(journey, person);
        };
    return met
        ? Optional.empty()
        : Optional.of(new Demand(Factors.ordered(factors), Factors.masked(person.user(), factors)));
  }

  /** Those who come from an enterprise have shown there what their enterprise asks for. */
  private static boolean concerns(Journey journey) {
    return journey.state().interactionEvent() == InteractionEvent.SIGN_IN
        && !journey.experience().mfa().factors().isEmpty()
        && !journey.state().cameByEnterprise()
        && !cameByPasskey(journey.state());
  }

  /**
   * A passkey is two factors already: the device, and what unlocks it. It counts for its owner
   * only, as somebody else's password may have followed it.
   */
  private static boolean cameByPasskey(InteractionState state) {
    return state
        .record(VerificationRecord.SignInPasskey.class)
        .filter(passkey -> passkey.proves(state.userId()))
        .isPresent();
  }

  /** Why a second factor is asked for. */
  private enum Reason {
    NONE,
    /** It always is, of this person. */
    POLICY,
    /** Something about this sign-in, which nothing that was shown at another one answers. */
    THIS_SIGN_IN
  }

  private Reason reason(Journey journey, SignInUser person, Consumer<List<Unusual>> listener) {
    SignInExperience experience = journey.experience();
    if (journey.interaction().wantsSeveralFactors()) {
      return Reason.THIS_SIGN_IN;
    }
    if (!experience.adaptiveMfa().on()) {
      boolean spared = experience.mfa().policy().skippable() && person.secondStep().optedOut();
      return spared ? Reason.NONE : Reason.POLICY;
    }
    List<Unusual> unusual = adaptive.unusual(journey, person.user());
    if (unusual.isEmpty()) {
      return Reason.NONE;
    }
    listener.accept(unusual);
    return Reason.THIS_SIGN_IN;
  }

  private static boolean shown(Journey journey, SignInUser person) {
    return journey.state().verificationRecords().stream()
        .anyMatch(record ->
            record instanceof SecondFactor factor
                && factor.proves(person.user())
                && journey.experience().mfa().factors().contains(factor.factor()));
  }
}
