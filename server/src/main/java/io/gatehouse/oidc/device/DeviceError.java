package io.gatehouse.oidc.device;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a typed code. */
enum DeviceError implements ErrorCode {
  CODE_MISSING("device.code_missing", "NoCodeError"),
  CODE_UNKNOWN("device.code_unknown", "NotFoundError"),
  CODE_EXPIRED("device.code_expired", "ExpiredError"),
  CODE_USED("device.code_used", "AlreadyUsedError"),
  /** The person broke it off. */
  ABORTED("device.aborted", "AbortedError"),
  /** The form did not come from this browser's page. */
  NOT_FROM_HERE("device.not_from_here", "InvalidRequest");

  private final String code;
  private final String word;

  DeviceError(String code, String word) {
    this.code = code;
    this.word = word;
  }

  /** What the address of the page calls it. */
  String word() {
    return word;
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
