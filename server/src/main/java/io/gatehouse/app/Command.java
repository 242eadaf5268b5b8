package io.gatehouse.app;

import io.gatehouse.tenant.TenantId;

/** What the command line can do besides starting the server. */
sealed interface Command {

  /** Makes somebody who administers the tenant {@code default} in the Console. */
  record CreateAdministrator(String username, String password) implements Command {}

  /** Prints the id and a secret of the application that may call the tenant's Management API. */
  record PrintCredential(TenantId managed) implements Command {}

  /** Begins the succession of the tenant's signing key. */
  record RotateKeys(TenantId tenant) implements Command {}

  /** Brings all sealed values under the first master key. */
  record ResealSecrets() implements Command {}
}
