package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.interaction.step.IdentifiedPerson;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingMfa;
import io.gatehouse.user.SignInUser;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Offers people a further factor at the end of a sign-in, as the tenant's policy has it. */
@Singleton
public class BindingOffers {
  private final IdentifiedPerson identified;

  BindingOffers(IdentifiedPerson identified) {
    this.identified = identified;
  }

  /** What is offered next, for a page; empty where the interaction can end. */
  public Optional<Offer> next(Journey journey) {
    return concerns(journey) ? next(journey, identified.of(journey)) : Optional.empty();
  }

  /**
   * Refuses to end while something is to be added that is not, or that nobody may add any more.
   *
   * @return the state to end with: whoever has a factor already is taken to want one
   */
  public InteractionState require(Journey journey, SignInUser person) {
    InteractionState state = journey.state();
    refuseDisabled(journey);
    if (!concerns(journey)) {
      return state;
    }
    next(journey, person)
        .ifPresent(offer -> {
          throw offer.exception();
        });
    Standing standing = Standing.of(journey, person);
    return standing.isAskedWhether() && standing.enabled() == null
        ? state.with(state.mfa().enabled())
        : state;
  }

  private static boolean concerns(Journey journey) {
    return !journey.experience().mfa().factors().isEmpty() && !journey.state().cameByEnterprise();
  }

  private static Optional<Offer> next(Journey journey, SignInUser person) {
    Standing standing = Standing.of(journey, person);
    if (standing.isAskedWhether() && !wants(standing)) {
      return Optional.of(new Offer.Onboarding());
    }
    if (!standing.isAskedToBind()) {
      return Optional.empty();
    }
    if (!standing.hasOne()) {
      return Optional.of(new Offer.Missing(standing.offered(), standing.skippable()));
    }
    if (standing.isOfferedAnother()) {
      return Optional.of(
          new Offer.Another(
              standing.offered(),
              Factors.masked(person.user(), standing.linked()),
              standing.passkeySignsIn()));
    }
    return standing.lacksBackupCodes() ? Optional.of(new Offer.BackupCodes()) : Optional.empty();
  }

  /** Somebody who has never said so, and has a factor, does. */
  private static boolean wants(Standing standing) {
    Boolean enabled = standing.enabled();
    return enabled == null ? !standing.linked().isEmpty() : enabled;
  }

  /** What was bound before the administrator switched it off is not written. */
  private static void refuseDisabled(Journey journey) {
    PendingMfa pending = journey.state().mfa();
    boolean passkeys = Boolean.TRUE.equals(journey.experience().passkeySignIn().enabled());
    boolean all =
        pending.factors().stream()
            .allMatch(factor ->
                journey.experience().mfa().factors().contains(factor)
                    || factor == Factor.WEB_AUTHN && passkeys);
    if (!all) {
      throw MfaError.FACTOR_NOT_ENABLED.exception();
    }
  }
}
