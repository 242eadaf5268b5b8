package io.gatehouse.interaction.step;

import io.gatehouse.guard.Attempt;
import io.gatehouse.guard.GuardError;
import io.gatehouse.guard.Lockout;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Puts the lockout around whatever proves a factor, where passwords and codes count together and
 * each further factor for itself, and around what tells of others' accounts.
 */
@Singleton
public class Guessing {
  private static final String USER = "userId";

  private final Lockout lockout;
  private final JourneyEvents events;

  Guessing(Lockout lockout, JourneyEvents events) {
    this.lockout = lockout;
    this.events = events;
  }

  /** Verifies, unless the identifier or the network has failed too often. */
  public <T> T guard(Journey journey, Identifier identifier, Supplier<T> verification) {
    return guard(
        journey,
        new Attempt(
            Attempt.Pool.FIRST_FACTOR,
            identifier.type().wire(),
            identifier.value(),
            journey.visitor().ip()),
        verification);
  }

  /** Verifies a further factor, unless the person or the network has failed too often with it. */
  public <T> T guard(Journey journey, Attempt.Pool pool, String userId, Supplier<T> verification) {
    return guard(journey, new Attempt(pool, USER, userId, journey.visitor().ip()), verification);
  }

  private <T> T guard(Journey journey, Attempt attempt, Supplier<T> verification) {
    try {
      return lockout.guard(
          journey.tenantId(), attempt, journey.experience().sentinelPolicy(), verification);
    } catch (RequestException refusal) {
      if (refusal.code() == GuardError.LOCKED) {
        events.lockedOut(journey, attempt.kind(), attempt.target());
      }
      throw refusal;
    }
  }

  /** Asks what may tell something about others, unless the network has been told too often. */
  public void question(Journey journey, Runnable question) {
    lockout.question(journey.tenantId(), journey.visitor().ip(), question);
  }
}
