package io.gatehouse.testkit;

import io.gatehouse.guard.NetworkLimit;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Guards that do not mind a whole test suite coming from one address: this machine's. */
final class LenientGuards {
  private LenientGuards() {}

  @Produces
  @Singleton
  static NetworkLimit networkLimit() {
    return new NetworkLimit(NetworkLimit.STANDARD.failuresPerHour(), false);
  }
}
