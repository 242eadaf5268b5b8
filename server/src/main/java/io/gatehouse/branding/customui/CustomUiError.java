package io.gatehouse.branding.customui;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with sign-in pages of one's own, besides the file itself. */
enum CustomUiError implements ErrorCode {
  /** The administrators' own sign-in pages stay as they are. */
  NOT_FOR_ADMIN_TENANT("guard.not_allowed_for_admin_tenant", 400);

  private final String code;
  private final int status;

  CustomUiError(String code, int status) {
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
