package io.gatehouse.tenant.key;

import io.gatehouse.platform.error.ErrorCode;

/** What can be refused about signing keys. */
public enum KeyError implements ErrorCode {
  KEY_REQUIRED("oidc.key_required", 422),
  KEY_NOT_FOUND("oidc.key_not_found", 404),
  ONLY_PREVIOUS_CAN_BE_DELETED("oidc.only_previous_key_can_be_deleted", 422),
  INVALID_REQUEST("oidc.invalid_request", 422);

  private final String code;
  private final int status;

  KeyError(String code, int status) {
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
