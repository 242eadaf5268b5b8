package io.gatehouse.user.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What people say about signing in while they sign in. */
@Singleton
public class Preferences {
  private final UserSettingsStore store;
  private final InstantSource clock;

  Preferences(UserSettingsStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Lays members over those that are there, of the second step and of passkeys. */
  public void merge(TenantId tenant, String userId, ObjectNode mfa, ObjectNode passkey) {
    store.merge(tenant, userId, mfa, passkey, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
