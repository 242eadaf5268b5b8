package io.gatehouse.guard;

import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one network from registering clients without end. */
@Singleton
public final class RegistrationRate {
  private final NetworkLimit networks;
  private final RegistrationAttemptStore store;
  private final InstantSource clock;

  RegistrationRate(NetworkLimit networks, RegistrationAttemptStore store, InstantSource clock) {
    this.networks = networks;
    this.store = store;
    this.clock = clock;
  }

  /** Counts an attempt, unless the address's network has made as many as it may in an hour. */
  public boolean take(TenantId tenant, @Nullable String ip, int perHour) {
    String network = networks.networkOf(ip);
    return network == null
        || store.take(tenant, network, perHour, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
