package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.IdentifiedPerson;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.MfaCode;
import io.gatehouse.interaction.step.code.SentCodes;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A person shows a code that was sent to their own address after the first factor. */
@Singleton
public class MfaCodeStep {
  private static final String TEMPLATE = "MfaVerification";

  private final IdentifiedPerson identified;
  private final SentCodes codes;
  private final Guessing guessing;

  MfaCodeStep(IdentifiedPerson identified, SentCodes codes, Guessing guessing) {
    this.identified = identified;
    this.codes = codes;
    this.guessing = guessing;
  }

  /** Sends a code to the person's address of this type. */
  public InteractionState send(Journey journey, IdentifierType type) {
    if (journey.state().userId() == null) {
      throw MfaError.NOBODY_IDENTIFIED.exception();
    }
    Identifier to = address(identified.of(journey).user(), type);
    if (to == null) {
      throw MfaError.FACTOR_NOT_ENABLED.exception();
    }
    MfaCode record = MfaCode.begin(to, TEMPLATE);
    codes.send(journey, new SentCodes.Sending(record.id(), to, TEMPLATE), true);
    return journey.state().with(record);
  }

  /** Checks the code that the person has typed. */
  public InteractionState verify(Journey journey, IdentifierType type, String id, String typed) {
    MfaCode record =
        journey
            .state()
            .record(id, MfaCode.class)
            .filter(each -> each.identifier().type() == type)
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
    return guessing.guard(
        journey,
        record.identifier(),
        () -> {
          codes.redeem(journey, record.id(), typed);
          return journey.state().with(record.proved());
        });
  }

  private static @Nullable Identifier address(User user, IdentifierType type) {
    return switch (type) {
      case EMAIL -> user.primaryEmail() == null ? null : Identifier.email(user.primaryEmail());
      case PHONE -> user.primaryPhone() == null ? null : Identifier.phone(user.primaryPhone());
      case USERNAME -> null;
    };
  }
}
