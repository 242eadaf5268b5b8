package io.gatehouse.account.me;

import io.gatehouse.account.NewPassword;
import io.gatehouse.audit.Actor;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.guard.Attempt;
import io.gatehouse.guard.Lockout;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.administration.UserAdministration;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An administrator proves who they are, and chooses another password. */
@Singleton
class OwnPassword {
  private final UserAdministration users;
  private final SignInExperiences experiences;
  private final NewPassword passwords;
  private final Lockout lockout;
  private final MeStore store;
  private final Db db;
  private final InstantSource clock;

  OwnPassword(
      UserAdministration users,
      SignInExperiences experiences,
      NewPassword passwords,
      Lockout lockout,
      MeStore store,
      Db db,
      InstantSource clock) {
    this.users = users;
    this.experiences = experiences;
    this.passwords = passwords;
    this.lockout = lockout;
    this.store = store;
    this.db = db;
    this.clock = clock;
  }

  /** The person still knows the password; this counts for ten minutes. */
  void verify(TenantId tenant, Actor actor, String id, String password) {
    User person = users.get(tenant, id).user();
    guarded(tenant, attempt(person, actor.ip()), () -> users.verifyPassword(tenant, id, password));
    store.proved(tenant, id, clock.instant());
  }

  /** Runs a proof within the limits of guessing. */
  void guarded(TenantId tenant, Attempt attempt, Runnable proof) {
    lockout.guard(
        tenant,
        attempt,
        experiences.of(tenant).sentinelPolicy(),
        () -> {
          proof.run();
          return true;
        });
  }

  /** Replaces the password by one that the tenant's policy accepts. */
  void set(TenantId tenant, Actor actor, String id, String password) {
    SignInUser person = users.get(tenant, id);
    boolean hasOne = person.password() != null;
    if (hasOne) {
      requireProof(tenant, id);
    }
    PasswordHash hash = passwords.hash(tenant, person, password);
    db.transaction(
        tenant,
        () -> {
          if (hasOne && !store.redeemProof(tenant, id, clock.instant())) {
            throw MeError.NOT_PROVED.exception();
          }
          users.setPassword(tenant, actor, id, hash);
        });
  }

  private void requireProof(TenantId tenant, String id) {
    Instant ends = store.proofEnds(tenant, id).orElseThrow(MeError.NOT_PROVED::exception);
    if (!ends.isAfter(clock.instant())) {
      throw MeError.PROVED_TOO_LONG_AGO.exception();
    }
  }

  /** Failures count where those of signing in with the same identifier do. */
  private static Attempt attempt(User person, @Nullable String ip) {
    if (person.username() instanceof String username) {
      return new Attempt(Attempt.Pool.FIRST_FACTOR, "username", username, ip);
    }
    return person.primaryEmail() instanceof String email
        ? new Attempt(Attempt.Pool.FIRST_FACTOR, "email", email, ip)
        : new Attempt(
            Attempt.Pool.FIRST_FACTOR,
            "phone",
            Optional.ofNullable(person.primaryPhone()).orElse(person.id()),
            ip);
  }
}
