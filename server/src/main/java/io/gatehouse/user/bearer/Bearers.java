package io.gatehouse.user.bearer;

import io.gatehouse.management.token.ShownToken;
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
   * The person and what the token allows; nothing for one that is unknown or over, or that is bound
   * to something that the caller has not shown.
   */
  public Optional<Bearer> find(TenantId tenant, ShownToken shown) {
    String token = shown.token();
    return token.isEmpty() || token.length() > LONGEST_TOKEN
        ? Optional.empty()
        : store
            .find(tenant, token, clock.instant())
            .filter(found -> shown.fits(found.jkt(), found.x5t()))
            .map(BearerStore.Bound::bearer);
  }
}
