package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.interaction.step.IdentifiedPerson;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingMfa;
import io.gatehouse.interaction.step.VerificationRecord.MfaCode;
import io.gatehouse.interaction.step.VerificationRecord.SecondFactor;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;

/** Notes that a person wants to be spared the second step in this browser from now on. */
@Singleton
public class TrustStep {
  private final SecondFactorCheck check;
  private final IdentifiedPerson identified;

  TrustStep(SecondFactorCheck check, IdentifiedPerson identified) {
    this.check = check;
    this.identified = identified;
  }

  /**
   * Notes it, for the end of the sign-in. Whoever asks has shown a second step, or is about to add
   * one; a backup code is for the day on which all else is lost, and trusts nothing.
   */
  public InteractionState trust(Journey journey) {
    check.enter(journey);
    if (!proved(journey, identified.of(journey).user())) {
      throw MfaError.REQUIRED.exception();
    }
    return journey.state().with(journey.state().mfa().trustingDevice());
  }

  /** Whether a code has proved an address that the sign-in adds, to send codes to from then on. */
  private static boolean addsAddress(Journey journey) {
    return journey.state().verificationRecords().stream()
        .anyMatch(record ->
            record instanceof MfaCode code
                && code.verified()
                && journey.state().profile().identifiers().contains(code.identifier())
                && journey.experience().mfa().factors().contains(code.factor()));
  }

  private static boolean proved(Journey journey, User person) {
    PendingMfa pending = journey.state().mfa();
    return pending.totp() != null
        || !pending.webAuthn().isEmpty()
        || addsAddress(journey)
        || journey.state().verificationRecords().stream()
            .anyMatch(record ->
                record instanceof SecondFactor factor
                    && factor.factor() != Factor.BACKUP_CODE
                    && factor.proves(person)
                    && journey.experience().mfa().factors().contains(factor.factor()));
  }
}
