package io.gatehouse.account.verification;

import io.gatehouse.platform.error.ErrorCode;

/** Why a proof cannot be begun. */
enum VerificationError implements ErrorCode {
  /** It is a connector for messages. */
  NOT_SOCIAL("connector.unexpected_type", 400);

  private final String code;
  private final int status;

  VerificationError(String code, int status) {
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
