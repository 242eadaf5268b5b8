package io.gatehouse.message.onetimetoken;

import io.gatehouse.platform.error.ErrorCode;

/** Why a one-time token is not accepted. */
public enum OneTimeTokenError implements ErrorCode {
  NOT_FOUND("one_time_token.token_not_found", 404),
  EMAIL_MISMATCH("one_time_token.email_mismatch", 400),
  EXPIRED("one_time_token.token_expired", 400),
  CONSUMED("one_time_token.token_consumed", 400),
  REVOKED("one_time_token.token_revoked", 400),
  /** It was made for a sign-in, a registration or a recovery, and this is another one. */
  OTHER_PURPOSE("one_time_token.interaction_event_mismatch", 400),
  CANNOT_REACTIVATE("one_time_token.cannot_reactivate_token", 400);

  private final String code;
  private final int status;

  OneTimeTokenError(String code, int status) {
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
