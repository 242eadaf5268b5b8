package io.gatehouse.audit;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a look at the log. */
enum LogError implements ErrorCode {
  INVALID_TIME_WINDOW("log.invalid_time_window", 400);

  private final String code;
  private final int status;

  LogError(String code, int status) {
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
