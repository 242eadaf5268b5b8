package io.gatehouse.account.me;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a change of one's own account. */
enum MeError implements ErrorCode {
  /** Nothing was proved again. */
  NOT_PROVED("session.verification_session_not_found", 400),
  /** It was too long ago. */
  PROVED_TOO_LONG_AGO("session.verification_failed", 400);

  private final String code;
  private final int status;

  MeError(String code, int status) {
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
