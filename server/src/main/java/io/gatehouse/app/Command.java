package io.gatehouse.app;

import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the command line can do besides starting the server. */
sealed interface Command {

  /** Makes somebody who administers the tenant {@code default} in the Console. */
  record CreateAdministrator(String username, String password) implements Command {}

  /** Prints the id and a secret of the application that may call the tenant's Management API. */
  record PrintCredential(TenantId managed) implements Command {}

  /** Prints the tenant's signing keys. */
  record ListKeys(TenantId tenant) implements Command {}

  /**
   * Begins the succession of the tenant's signing key.
   *
   * @param algorithm of the new one; null for that of the current one
   * @param grace how long it is published before it signs; null for what is set
   */
  record RotateKeys(TenantId tenant, @Nullable SigningAlgorithm algorithm, @Nullable Duration grace)
      implements Command {}

  /** Removes the previous signing key. */
  record DeleteKey(TenantId tenant, String id) implements Command {}

  /** Brings all sealed values under the first master key. */
  record ResealSecrets() implements Command {}
}
