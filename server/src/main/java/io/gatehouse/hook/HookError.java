package io.gatehouse.hook;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a hook. */
public enum HookError implements ErrorCode {
  MISSING_EVENTS("hook.missing_events", 400),
  ENDPOINT_RESPONDED_WITH_ERROR("hook.endpoint_responded_with_error", 422),
  SEND_TEST_PAYLOAD_FAILED("hook.send_test_payload_failed", 422);

  private final String code;
  private final int status;

  HookError(String code, int status) {
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
