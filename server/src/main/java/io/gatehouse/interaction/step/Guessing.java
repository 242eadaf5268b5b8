package io.gatehouse.interaction.step;

import io.gatehouse.guard.Attempt;
import io.gatehouse.guard.Lockout;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Puts the lockout around whatever proves a first factor: passwords and codes count together. */
@Singleton
public class Guessing {
  private final Lockout lockout;

  Guessing(Lockout lockout) {
    this.lockout = lockout;
  }

  /** Verifies, unless the identifier or the network has failed too often. */
  public <T> T guard(Journey journey, Identifier identifier, Supplier<T> verification) {
    return lockout.guard(
        journey.tenantId(),
        new Attempt(
            Attempt.Pool.FIRST_FACTOR,
            identifier.type().wire(),
            identifier.value(),
            journey.visitor().ip()),
        journey.experience().sentinelPolicy(),
        verification);
  }
}
