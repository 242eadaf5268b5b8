package io.gatehouse.interaction;

import io.gatehouse.platform.error.ErrorCode;

/** What can go wrong with an interaction as such. */
public enum InteractionError implements ErrorCode {
  /** No cookie, or the interaction is over. */
  SESSION_NOT_FOUND("session.not_found", 400),
  /** The interaction exists, but no step has begun. */
  INTERACTION_NOT_FOUND("session.interaction_not_found", 404),
  /** Somebody else changed it at the same moment. */
  CHANGED_MEANWHILE("session.interaction_changed", 409);

  private final String code;
  private final int status;

  InteractionError(String code, int status) {
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
