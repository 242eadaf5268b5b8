package io.gatehouse.branding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

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
   * @param own the target, name and logo that the tenant gave it
   */
  record Kind(String id, String factory, ObjectNode own) {}

  List<Kind> kinds(TenantId tenant) {
    return db.query(
        tenant,
        "select id, connector_id, metadata from connectors where tenant_id = ? order by created_at, id",
        row ->
            new Kind(
                row.text("id"),
                row.text("connector_id"),
                (ObjectNode) JsonCodec.tree(row.text("metadata"))),
        tenant);
  }
}
