package io.gatehouse.message.code;

import io.gatehouse.platform.error.ErrorCode;

/** Why a code is not accepted. */
public enum CodeError implements ErrorCode {
  NOT_FOUND("verification_code.not_found", 400),
  EMAIL_MISMATCH("verification_code.email_mismatch", 400),
  PHONE_MISMATCH("verification_code.phone_mismatch", 400),
  EXPIRED("verification_code.expired", 400),
  TRIED_TOO_OFTEN("verification_code.exceed_max_try", 400),
  MISMATCH("verification_code.code_mismatch", 400);

  private final String code;
  private final int status;

  CodeError(String code, int status) {
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
