package io.gatehouse.guard;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the guards use unless the application provides something else. */
final class GuardDefaults {
  @Produces
  @Singleton
  @DefaultBean
  NetworkLimit networkLimit() {
    return NetworkLimit.STANDARD;
  }
}
