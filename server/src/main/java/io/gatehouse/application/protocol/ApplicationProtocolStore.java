package io.gatehouse.application.protocol;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What applications have agreed on with the provider, in the database. */
@Singleton
class ApplicationProtocolStore {
  private final Db db;

  ApplicationProtocolStore(Db db) {
    this.db = db;
  }

  Optional<ApplicationProtocol> find(TenantId tenant, String applicationId) {
    return db.find(
        tenant,
        "select settings from application_protocols where tenant_id = ? and application_id = ?",
        row -> JsonCodec.read(row.text("settings"), ApplicationProtocol.class),
        tenant,
        applicationId);
  }

  void replace(TenantId tenant, String applicationId, ApplicationProtocol wanted) {
    db.update(
        tenant,
        """
        insert into application_protocols (tenant_id, application_id, settings) values (?, ?, ?)
        on conflict (tenant_id, application_id) do update set settings = excluded.settings
        """,
        tenant,
        applicationId,
        new Jsonb(JsonCodec.text(wanted)));
  }
}
