package io.gatehouse.user.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What people have decided about signing in. */
@Singleton
public class Preferences {
  private final UserSettingsStore store;
  private final AdminAudit audit;
  private final Db db;
  private final InstantSource clock;

  Preferences(UserSettingsStore store, AdminAudit audit, Db db, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  /** The person's, or the end of the request. */
  public UserSettings of(TenantId tenant, String userId) {
    return store.find(tenant, userId).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  /** Changes what the input names. */
  public UserSettings change(TenantId tenant, Actor actor, String userId, UserSettingsInput input) {
    return db.transaction(
        tenant,
        () -> {
          UserSettings before = of(tenant, userId);
          merge(
              tenant,
              userId,
              UserSettings.members(input.mfa()),
              UserSettings.members(input.passkeySignIn()));
          UserSettings after = of(tenant, userId);
          audit.record(
              tenant,
              actor,
              AdminChange.changed("user", userId, "settings.updated", before, after));
          return after;
        });
  }

  /**
   * Lays members over those that are there, of the second step and of passkeys, as people say them
   * while they sign in.
   */
  public void merge(TenantId tenant, String userId, ObjectNode mfa, ObjectNode passkey) {
    store.merge(tenant, userId, mfa, passkey, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
