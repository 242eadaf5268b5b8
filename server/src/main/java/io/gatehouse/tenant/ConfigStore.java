package io.gatehouse.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Settings in the database. */
@Singleton
class ConfigStore {
  private final Db db;

  ConfigStore(Db db) {
    this.db = db;
  }

  Optional<JsonNode> find(TenantId tenant, String key) {
    return db.find(
        tenant,
        "select value from configs where tenant_id = ? and key = ?",
        row -> JsonCodec.tree(row.text("value")),
        tenant,
        key);
  }

  void put(TenantId tenant, String key, JsonNode value) {
    db.update(
        tenant,
        """
        insert into configs (tenant_id, key, value) values (?, ?, ?)
        on conflict (tenant_id, key) do update set value = excluded.value
        """,
        tenant,
        key,
        new Jsonb(value.toString()));
  }

  boolean delete(TenantId tenant, String key) {
    return db.update(tenant, "delete from configs where tenant_id = ? and key = ?", tenant, key)
        == 1;
  }
}
