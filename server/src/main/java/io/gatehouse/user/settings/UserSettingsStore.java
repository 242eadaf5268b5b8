package io.gatehouse.user.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** What people have decided about signing in, in the database. */
@Singleton
class UserSettingsStore {
  private final Db db;

  UserSettingsStore(Db db) {
    this.db = db;
  }

  Optional<UserSettings> find(TenantId tenant, String userId) {
    return db.find(
        tenant,
        "select settings from users where tenant_id = ? and id = ?",
        row -> UserSettings.of(JsonCodec.tree(row.text("settings"))),
        tenant,
        userId);
  }

  /** Lays the members over those that are there. */
  Optional<UserSettings> merge(
      TenantId tenant, String userId, ObjectNode mfa, ObjectNode passkey, Instant now) {
    return db.find(
        tenant,
        """
        update users set updated_at = ?, settings = settings || jsonb_build_object(
          'mfa', coalesce(settings -> 'mfa', '{}') || ?, 'passkeySignIn', coalesce(settings -> 'passkeySignIn', '{}') || ?)
        where tenant_id = ? and id = ?
        returning settings
        """,
        row -> UserSettings.of(JsonCodec.tree(row.text("settings"))),
        now,
        new Jsonb(mfa.toString()),
        new Jsonb(passkey.toString()),
        tenant,
        userId);
  }
}
