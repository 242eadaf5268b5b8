package io.gatehouse.credential.passkey;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with what an authenticator has answered. */
public enum PasskeyError implements ErrorCode {
  NOT_VERIFIED("session.mfa.webauthn_verification_failed", 400);

  private final String code;
  private final int status;

  PasskeyError(String code, int status) {
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
