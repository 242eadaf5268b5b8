package io.gatehouse.user.place;

import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Where the people of a tenant have signed in. */
@Singleton
public class UserPlaces {
  /** How long a place is remembered. */
  public static final Duration MEMORY = Duration.ofDays(180);

  private final UserPlaceStore store;

  UserPlaces(UserPlaceStore store) {
    this.store = store;
  }

  /** Those that are remembered at the time of this one, the latest first. */
  public List<Place> before(TenantId tenant, String userId, Place now) {
    return store.list(tenant, userId, now.seenAt().minus(MEMORY));
  }

  /** Remembers that they were here. */
  public void remember(TenantId tenant, String userId, Place now) {
    store.put(tenant, userId, now, now.seenAt().minus(MEMORY));
  }
}
