package io.gatehouse.testkit;

import io.gatehouse.application.protection.ProtectedSites;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets protected applications be made, though no proxy serves them. */
@Singleton
class PretendedProxy implements ProtectedSites {
  @Override
  public Optional<String> domain() {
    return Optional.of("protected.app");
  }
}
