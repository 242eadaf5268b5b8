package io.gatehouse.account.proof;

import io.gatehouse.platform.error.ErrorCode;

/** Why a proof does not count. */
public enum ProofError implements ErrorCode {
  NOT_FOUND("verification_record.not_found", 400),
  /** Backup codes are asked for that are not there. */
  NOTHING_TO_SHOW("verification_record.not_found", 404),
  /** What is to be done needs one. */
  PERMISSION_DENIED("verification_record.permission_denied", 401),
  /** It is of another provider. */
  INVALID_TARGET("verification_record.social_verification.invalid_target", 422),
  /** The provider handed out no tokens. */
  WITHOUT_TOKENS("verification_record.social_verification.token_response_not_found", 422);

  private final String code;
  private final int status;

  ProofError(String code, int status) {
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
