package io.gatehouse.interaction.step.password;

import io.gatehouse.branding.Policies;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.credential.Verification;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.action.FirstFactorAction;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A person proves by a password who they are.
 *
 * <p>An unknown person, one without a password and a wrong password are answered alike and take as
 * long as one another.
 */
@Singleton
public class PasswordStep {
  private final Users users;
  private final PasswordHasher hasher;
  private final Guessing guessing;
  private final FirstFactorAction action;
  private final InstantSource clock;

  PasswordStep(
      Users users,
      PasswordHasher hasher,
      Guessing guessing,
      FirstFactorAction action,
      InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.guessing = guessing;
    this.action = action;
    this.clock = clock;
  }

  /** The proof, and whose it is. */
  public record Proved(VerificationRecord.Password record, SignInUser person) {}

  /**
   * Verifies the password.
   *
   * @throws io.gatehouse.platform.error.RequestException {@code session.invalid_credentials},
   *     {@code user.suspended}, {@code password.expired}, or that the identifier is locked
   */
  public Proved verify(Journey journey, Identifier identifier, String password) {
    return verify(
        journey, identifier, password, () -> users.forSignIn(journey.tenantId(), identifier));
  }

  /** The same where the person may be known already. */
  public Proved verify(
      Journey journey,
      Identifier identifier,
      String password,
      Supplier<Optional<SignInUser>> person) {
    Proved proved =
        guessing.guard(
            journey, identifier, () -> matching(journey, identifier, password, person.get()));
    if (expired(journey.experience().passwordExpiration(), proved.person())) {
      throw StepError.PASSWORD_EXPIRED.exception();
    }
    return proved;
  }

  private Proved matching(
      Journey journey, Identifier identifier, String password, Optional<SignInUser> found) {
    PasswordHash stored = found.map(SignInUser::password).orElse(null);
    Verification verification = hasher.verify(stored, password);
    if (found.isEmpty() || stored == null || !verification.matches()) {
      User known = found.map(SignInUser::user).orElse(null);
      return proved(
          identifier,
          action
              .vouch(journey, identifier, password, known)
              .orElseThrow(StepError.INVALID_CREDENTIALS::exception));
    }
    SignInUser person = found.get();
    if (person.user().suspended()) {
      throw UserError.SUSPENDED.exception();
    }
    if (verification.needsRehash()) {
      users.rehash(journey.tenantId(), person.user().id(), stored, hasher.hash(password));
    }
    return proved(identifier, person);
  }

  private static Proved proved(Identifier identifier, SignInUser person) {
    return new Proved(
        new VerificationRecord.Password(VerificationRecord.newId(), identifier, true), person);
  }

  private boolean expired(Policies.PasswordExpiration policy, SignInUser person) {
    if (person.passwordExpired()) {
      return true;
    }
    Integer days = policy.validPeriodDays();
    if (!policy.on() || days == null) {
      return false;
    }
    Instant since = later(person.passwordUpdatedAt(), policy.enabledAt());
    return since != null && since.plus(Duration.ofDays(days)).isBefore(clock.instant());
  }

  private static @Nullable Instant later(@Nullable Instant changed, @Nullable Long enabled) {
    if (changed != null) {
      return changed;
    }
    return enabled == null ? null : Instant.ofEpochMilli(enabled);
  }
}
