package io.gatehouse.session.list;

import io.gatehouse.platform.error.ErrorCode;

/** Why a session or a grant cannot be read or ended. */
enum SessionError implements ErrorCode {
  NOT_FOUND("oidc.session_not_found", 404),
  /** It is another person's. */
  OF_ANOTHER("oidc.invalid_session_account_id", 404),
  NO_GRANT("oidc.invalid_grant", 404);

  private final String code;
  private final int status;

  SessionError(String code, int status) {
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
