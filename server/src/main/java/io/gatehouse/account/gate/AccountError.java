package io.gatehouse.account.gate;

import io.gatehouse.platform.error.ErrorCode;

/** Why people may not do something with their own account. */
public enum AccountError implements ErrorCode {
  NOT_ENABLED("account_center.not_enabled", 400),
  FIELD_NOT_EDITABLE("account_center.field_not_editable", 400),
  FIELD_NOT_ENABLED("account_center.field_not_enabled", 400),
  THIRD_PARTY("auth.third_party_application_forbidden", 403),
  /** A scope is missing; operations differ in how they say so. */
  SCOPE_MISSING_400("auth.unauthorized", 400),
  SCOPE_MISSING_401("auth.unauthorized", 401),
  SCOPE_MISSING_403("auth.forbidden", 403);

  private final String code;
  private final int status;

  AccountError(String code, int status) {
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
