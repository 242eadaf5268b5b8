package io.gatehouse.message;

import io.gatehouse.platform.error.ErrorCode;

/** Why a message does not leave. */
public enum MessageError implements ErrorCode {
  /** Nothing that could carry it is configured. */
  NO_CONNECTOR("connector.not_found", 501);

  private final String code;
  private final int status;

  MessageError(String code, int status) {
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
