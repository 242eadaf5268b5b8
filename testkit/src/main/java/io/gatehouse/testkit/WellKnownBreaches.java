package io.gatehouse.testkit;

import io.gatehouse.credential.BreachedPasswords;
import jakarta.inject.Singleton;
import java.util.Set;

/** Knows two breached passwords, and asks nobody. */
@Singleton
class WellKnownBreaches implements BreachedPasswords {
  private static final Set<String> BREACHED = Set.of("123456aA", "test_password");

  @Override
  public boolean contains(String password) {
    return BREACHED.contains(password);
  }
}
