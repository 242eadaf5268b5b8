package io.gatehouse.interaction.step.passkey;

import io.gatehouse.interaction.step.Identification;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.SignInPasskey;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.gatehouse.user.sso.SsoIdentities;
import jakarta.inject.Singleton;

/** Who the person is who has shown a passkey. */
@Singleton
public class PasskeyIdentification {
  private final Users users;
  private final SsoIdentities enterprises;

  PasskeyIdentification(Users users, SsoIdentities enterprises) {
    this.users = users;
    this.enterprises = enterprises;
  }

  /** Identifies the passkey's owner, unless an enterprise signs them in. */
  public InteractionState identify(Journey journey, SignInPasskey record) {
    String userId = record.userId();
    if (userId == null) {
      throw PasskeyStepError.UNKNOWN_PASSKEY.exception();
    }
    if (!record.verified()) {
      throw StepError.NOT_VERIFIED.exception();
    }
    if (enterprises.any(journey.tenantId(), userId)) {
      throw PasskeyStepError.ENTERPRISE_PERSON.exception();
    }
    User owner =
        users
            .find(journey.tenantId(), userId)
            .orElseThrow(PasskeyStepError.UNKNOWN_PASSKEY::exception);
    return Identification.accepted(journey.state(), owner);
  }
}
