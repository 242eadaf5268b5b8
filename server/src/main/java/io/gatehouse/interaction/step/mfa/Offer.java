package io.gatehouse.interaction.step.mfa;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.platform.error.RequestException;
import java.util.List;
import java.util.Map;

/** What somebody is asked to add before they go on; as data it says what a page has to know. */
public sealed interface Offer {
  /** The refusal that asks for it. */
  RequestException exception();

  /** Whether they want a second step at all. */
  record Onboarding() implements Offer {
    @Override
    public RequestException exception() {
      return MfaError.SUGGESTED.exception();
    }
  }

  /**
   * A first one of these.
   *
   * @param skippable whether they may go on without
   */
  record Missing(
      List<Factor> availableFactors,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean skippable)
      implements Offer {
    @Override
    public RequestException exception() {
      return MfaError.MISSING.withData(this);
    }
  }

  /**
   * Another one, beside what they sign in with anyway.
   *
   * @param maskedIdentifiers the addresses that count already
   * @param isWebAuthnUsedAsSignInPasskey whether their passkey signs them in
   */
  record Another(
      List<Factor> availableFactors,
      Map<Factor, String> maskedIdentifiers,
      boolean isWebAuthnUsedAsSignInPasskey,
      boolean skippable,
      boolean suggestion)
      implements Offer {
    Another(List<Factor> availableFactors, Map<Factor, String> masked, boolean passkey) {
      this(availableFactors, masked, passkey, true, true);
    }

    @Override
    public RequestException exception() {
      return MfaError.ANOTHER_SUGGESTED.withData(this);
    }
  }

  /** A set of backup codes. */
  record BackupCodes() implements Offer {
    @Override
    public RequestException exception() {
      return MfaError.BACKUP_CODES_REQUIRED.exception();
    }
  }
}
