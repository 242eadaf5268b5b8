package io.gatehouse.interaction.step.passkey;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingMfa;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.mfa.SecondStep;

/** Offers a passkey, before a sign-in ends, to those who have none and have not waved it away. */
public final class PasskeyOffer {
  private PasskeyOffer() {}

  /** Refuses to end while the offer stands. */
  public static void require(Journey journey, SignInUser person) {
    PendingMfa pending = journey.state().mfa();
    SecondStep stored = person.secondStep();
    Boolean waved = pending.passkeySkipped();
    boolean offered =
        journey.experience().passkeySignIn().on()
            && !journey.state().cameByEnterprise()
            && pending.webAuthn().isEmpty()
            && !stored.has(Factor.WEB_AUTHN)
            && !(waved == null ? stored.passkeySkipped() : waved);
    if (offered) {
      throw PasskeyStepError.PREFERRED.exception();
    }
  }
}
