package io.gatehouse.user.bearer;

import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out for whom a token speaks. */
@Singleton
public class Bearers {
  private static final int LONGEST_TOKEN = 8_192;

  private final BearerStore store;
  private final InstantSource clock;

  Bearers(BearerStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * The person and what the token allows; nothing for one that is unknown, over, or bound to a key:
   * that is no bearer token.
   */
  public Optional<Bearer> find(TenantId tenant, String token) {
    return token.isEmpty() || token.length() > LONGEST_TOKEN
        ? Optional.empty()
        : store.find(tenant, token, clock.instant());
  }
}
