package io.gatehouse.branding;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connectors that a tenant has set up, by their kind. */
@Singleton
class ConnectorKindStore {
  private final Db db;

  ConnectorKindStore(Db db) {
    this.db = db;
  }

  /**
   * A connector.
   *
   * @param target where the tenant chose one of its own
   */
  record Kind(String factory, @Nullable String target) {}

  List<Kind> kinds(TenantId tenant) {
    return db.query(
        tenant,
        "select connector_id, metadata ->> 'target' as target from connectors where tenant_id = ?",
        row -> new Kind(row.text("connector_id"), row.textOrNull("target")),
        tenant);
  }
}
