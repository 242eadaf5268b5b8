package io.gatehouse.interaction.step;

import io.gatehouse.guard.Attempt;
import io.gatehouse.guard.GuardError;
import io.gatehouse.guard.Lockout;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Puts the lockout around whatever proves a first factor, where passwords and codes count together,
 * and around what tells of others' accounts.
 */
@Singleton
public class Guessing {
  private final Lockout lockout;
  private final JourneyEvents events;

  Guessing(Lockout lockout, JourneyEvents events) {
    this.lockout = lockout;
    this.events = events;
  }

  /** Verifies, unless the identifier or the network has failed too often. */
  public <T> T guard(Journey journey, Identifier identifier, Supplier<T> verification) {
    try {
      return lockout.guard(
          journey.tenantId(),
          new Attempt(
              Attempt.Pool.FIRST_FACTOR,
              identifier.type().wire(),
              identifier.value(),
              journey.visitor().ip()),
          journey.experience().sentinelPolicy(),
          verification);
    } catch (RequestException refusal) {
      if (refusal.code() == GuardError.LOCKED) {
        events.lockedOut(journey, identifier);
      }
      throw refusal;
    }
  }

  /** Asks what may tell something about others, unless the network has been told too often. */
  public void question(Journey journey, Runnable question) {
    lockout.question(journey.tenantId(), journey.visitor().ip(), question);
  }
}
