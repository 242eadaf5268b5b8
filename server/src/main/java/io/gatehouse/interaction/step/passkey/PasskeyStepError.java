package io.gatehouse.interaction.step.passkey;

import io.gatehouse.platform.error.ErrorCode;

/** What can go wrong with passkeys at a step of a sign-in. */
public enum PasskeyStepError implements ErrorCode {
  /** Nothing was asked, or it has been answered already. */
  NOT_ASKED("session.mfa.pending_info_not_found", 400),
  /** The same where the passkey is the only proof. */
  SIGN_IN_NOT_ASKED("session.passkey_sign_in.pending_info_not_found", 400),
  NO_PASSKEY("session.mfa.webauthn_verification_not_found", 400),
  OTHER_SITE("session.passkey_sign_in.conflict_rp_id", 400),
  ENTERPRISE_PERSON("session.passkey_sign_in.sso_users_not_allowed", 400),
  /** A passkey that is nobody's. */
  UNKNOWN_PASSKEY("session.identifier_not_found", 400),
  /** The person has no passkey yet, and has not waved the offer away. */
  PREFERRED("user.passkey_preferred", 422),
  /** What was begun for somebody is not for another. */
  OTHER_PERSON("session.identity_conflict", 404);

  private final String code;
  private final int status;

  PasskeyStepError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }
}
