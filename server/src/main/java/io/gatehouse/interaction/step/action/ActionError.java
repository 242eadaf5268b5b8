package io.gatehouse.interaction.step.action;

import io.gatehouse.platform.error.ErrorCode;

/** What an action's answer can be refused for. */
enum ActionError implements ErrorCode {
  IDENTIFIER_CHANGED("action.sign_in_identifier_changed", 422);

  private final String code;
  private final int status;

  ActionError(String code, int status) {
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
