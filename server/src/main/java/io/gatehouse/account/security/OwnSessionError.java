package io.gatehouse.account.security;

import io.gatehouse.platform.error.ErrorCode;

/** Why a session cannot be ended by the person; programs find the status that is meant in data. */
enum OwnSessionError implements ErrorCode {
  NOT_FOUND("oidc.session_not_found"),
  OF_ANOTHER("oidc.invalid_session_account_id");

  private final String code;

  OwnSessionError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return 400;
  }
}
