package io.gatehouse.organization.invitation;

import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.platform.error.RequestException;
import java.util.Map;

/** What can be wrong with an invitation. */
enum InvitationError implements ErrorCode {
  /** It does not fit how things are; the message says why. */
  UNFIT("request.invalid_input", 422);

  private final String code;
  private final int status;

  InvitationError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** {@link #UNFIT} with the reason, which the message shows as it is. */
  static RequestException unfit(String reason) {
    return UNFIT.exception(Map.of("details", reason));
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
