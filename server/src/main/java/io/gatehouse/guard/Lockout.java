package io.gatehouse.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.guard.LockoutStore.Standing;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.TenantId;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops guessing: after too many failures within an hour an identifier is locked for a while, and a
 * network is held back. While it lasts, even the right secret is refused, and with the same answer,
 * so that nothing is learnt by going on.
 */
@Singleton
public final class Lockout {
  private static final int SERVER_ERROR = 500;

  private final LockoutStore store;
  private final InstantSource clock;
  private final NetworkLimit limit;
  private final Consumer<LockedOut> listener;

  /**
   * Networks known to be held back: their attempts end here, before a password is hashed for them.
   */
  private final Cache<Network, Instant> held = Caffeine.newBuilder().maximumSize(10_000).build();

  @Inject
  Lockout(LockoutStore store, InstantSource clock, NetworkLimit limit, Event<LockedOut> events) {
    this(store, clock, limit, (Consumer<LockedOut>) events::fire);
  }

  Lockout(
      LockoutStore store, InstantSource clock, NetworkLimit limit, Consumer<LockedOut> listener) {
    this.store = store;
    this.clock = clock;
    this.limit = limit;
    this.listener = listener;
  }

  /**
   * Runs a verification. Its refusal (a {@link RequestException} below 500) counts as a failure;
   * then, and after a success, the lockout has the last word.
   */
  public <T> T guard(
      TenantId tenant, Attempt attempt, LockoutPolicy policy, Supplier<T> verification) {
    String network = limit.networkOf(attempt.ip());
    refuseHeld(tenant, network);
    T result;
    try {
      result = verification.get();
    } catch (RequestException refusal) {
      if (refusal.status() < SERVER_ERROR) {
        failed(tenant, attempt, policy, network);
      }
      throw refusal;
    }
    Instant now = now();
    decide(tenant, network, store.standing(tenant, attempt, network, now), now);
    return result;
  }

  /**
   * Runs a question about what others have, such as whether a name is taken. Its refusal tells the
   * one who asks something, so it counts against the network, and against nobody else.
   */
  public void question(TenantId tenant, @Nullable String ip, Runnable question) {
    String network = limit.networkOf(ip);
    refuseHeld(tenant, network);
    try {
      question.run();
    } catch (RequestException refusal) {
      if (network != null && refusal.status() < SERVER_ERROR) {
        Instant now = now();
        decide(tenant, network, store.fail(tenant, network, now), now);
      }
      throw refusal;
    }
  }

  /**
   * Forgets what counted against these targets, as an administrator asks; messages to them count
   * anew as well.
   */
  public void unlock(TenantId tenant, TargetType type, Collection<String> targets) {
    if (!targets.isEmpty()) {
      store.forget(tenant, type, targets.stream().map(Digests::sha256Hex).toList());
    }
  }

  /** Whom an administrator can unlock. */
  public enum TargetType {
    USER("User"),
    APP("App");

    private final String label;

    TargetType(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private void failed(
      TenantId tenant, Attempt attempt, LockoutPolicy policy, @Nullable String network) {
    Instant now = now();
    Instant until = now.plus(policy.duration());
    Standing standing =
        store.fail(tenant, attempt, network, new LockoutStore.Terms(now, until, policy.attempts()));
    if (until.equals(standing.lockedUntil())) {
      listener.accept(new LockedOut(tenant, attempt, until));
    }
    decide(tenant, network, standing, now);
  }

  private void decide(TenantId tenant, @Nullable String network, Standing standing, Instant now) {
    if (network != null && standing.networkFailures() >= limit.failuresPerHour()) {
      held.put(new Network(tenant, network), standing.networkSince().plus(LockoutStore.WINDOW));
      throw GuardError.NETWORK_LIMITED.exception();
    }
    Instant until = standing.lockedUntil();
    if (until != null && until.isAfter(now)) {
      throw GuardError.LOCKED.exception(Map.of("relativeTime", Duration.between(now, until)));
    }
  }

  private void refuseHeld(TenantId tenant, @Nullable String network) {
    if (network == null) {
      return;
    }
    Network key = new Network(tenant, network);
    Instant until = held.getIfPresent(key);
    if (until == null) {
      return;
    }
    if (clock.instant().isBefore(until)) {
      throw GuardError.NETWORK_LIMITED.exception();
    }
    held.invalidate(key);
  }

  /** As exact as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private record Network(TenantId tenant, String address) {}
}
