package io.gatehouse.management;

import io.gatehouse.platform.error.ErrorCode;

/** Why a caller is not let in. */
public enum AuthError implements ErrorCode {
  HEADER_MISSING("auth.authorization_header_missing", 401),
  TOKEN_TYPE_NOT_SUPPORTED("auth.authorization_token_type_not_supported", 401),
  UNAUTHORIZED("auth.unauthorized", 401),
  SUBJECT_MISSING("auth.jwt_sub_missing", 401),
  EXPECTED_ROLE_NOT_FOUND("auth.expected_role_not_found", 401),
  FORBIDDEN("auth.forbidden", 403);

  private final String code;
  private final int status;

  AuthError(String code, int status) {
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
