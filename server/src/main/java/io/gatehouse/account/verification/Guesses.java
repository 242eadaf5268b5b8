package io.gatehouse.account.verification;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountEvents;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.guard.Attempt;
import io.gatehouse.guard.GuardError;
import io.gatehouse.guard.Lockout;
import io.gatehouse.platform.error.RequestException;
import jakarta.inject.Singleton;

/** Puts the lockout around what people prove. */
@Singleton
class Guesses {
  private final Lockout lockout;
  private final SignInExperiences experiences;
  private final AccountEvents events;

  Guesses(Lockout lockout, SignInExperiences experiences, AccountEvents events) {
    this.lockout = lockout;
    this.experiences = experiences;
    this.events = events;
  }

  /**
   * Runs a proof, unless too many have failed.
   *
   * @param kind what the target is: {@code email}, {@code phone}, {@code userId}
   */
  void guard(AccountCall call, String kind, String target, Runnable proof) {
    Attempt attempt = new Attempt(Attempt.Pool.FIRST_FACTOR, kind, target, call.request().ip());
    try {
      lockout.guard(
          call.tenant(),
          attempt,
          experiences.of(call.tenant()).sentinelPolicy(),
          () -> {
            proof.run();
            return true;
          });
    } catch (RequestException refusal) {
      if (refusal.code() == GuardError.LOCKED) {
        events.lockedOut(call, attempt);
      }
      throw refusal;
    }
  }
}
