package io.gatehouse.interaction.step.mfa;

import io.gatehouse.platform.error.ErrorCode;

/** What can go wrong with a second factor. */
public enum MfaError implements ErrorCode {
  /** It has to be shown first; the data is a {@link Demand}. */
  REQUIRED("session.mfa.require_mfa_verification", 403),
  FACTOR_NOT_ENABLED("session.mfa.mfa_factor_not_enabled", 400),
  /** Nothing is about to be added under this id. */
  PENDING_NOT_FOUND("session.mfa.pending_info_not_found", 400),
  TOTP_CODE_INVALID("session.mfa.invalid_totp_code", 400),
  BACKUP_CODE_INVALID("session.mfa.invalid_backup_code", 400),
  NOT_SKIPPABLE("session.mfa.mfa_policy_not_user_controlled", 422),
  /** Nobody is identified; codes to one's own address answer so. */
  NOBODY_IDENTIFIED("session.identifier_not_found", 400),
  /** These four offer something; the data is an {@link Offer}. */
  SUGGESTED("user.suggest_mfa", 422),
  MISSING("user.missing_mfa", 422),
  ANOTHER_SUGGESTED("session.mfa.suggest_additional_mfa", 422),
  BACKUP_CODES_REQUIRED("session.mfa.backup_code_required", 422);

  private final String code;
  private final int status;

  MfaError(String code, int status) {
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
