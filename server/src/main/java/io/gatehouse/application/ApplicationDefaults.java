package io.gatehouse.application;

import io.gatehouse.application.protection.ProtectedSites;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What applications use unless the installation provides something else. */
final class ApplicationDefaults {
  private ApplicationDefaults() {}

  @Produces
  @Singleton
  @DefaultBean
  static ProtectedSites protectedSites() {
    return Optional::empty;
  }
}
