package io.gatehouse.interaction.step.consent;

import io.gatehouse.platform.error.ErrorCode;

/** Why a consent is not taken. */
public enum ConsentError implements ErrorCode {
  /** The application's access control does not let the person in. */
  ACCESS_DENIED("oidc.access_denied", 400),
  /** A client that describes itself acts in one organization at most. */
  ONE_ORGANIZATION("request.invalid_input", 400);

  private final String code;
  private final int status;

  ConsentError(String code, int status) {
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
