package io.gatehouse.interaction.step;

import io.gatehouse.user.User;
import io.gatehouse.user.UserError;

/** The moment in which an interaction becomes somebody's. */
public final class Identification {
  private Identification() {}

  /** The state with the person, unless they are suspended or it is somebody else's already. */
  public static InteractionState accepted(InteractionState state, User user) {
    if (user.suspended()) {
      throw UserError.SUSPENDED.exception();
    }
    if (state.userId() != null && !state.userId().equals(user.id())) {
      throw StepError.IDENTITY_CONFLICT.exception();
    }
    return state.identified(user.id());
  }
}
