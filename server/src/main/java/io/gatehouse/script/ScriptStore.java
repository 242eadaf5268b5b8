package io.gatehouse.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Scripts in the database. */
@Singleton
class ScriptStore {
  private final Db db;
  private final Sealer sealer;

  ScriptStore(Db db, Sealer sealer) {
    this.db = db;
    this.sealer = sealer;
  }

  Optional<ObjectNode> find(TenantId tenant, ScriptKind kind) {
    return db.find(
        tenant,
        "select value from scripts where tenant_id = ? and key = ?",
        row ->
            (ObjectNode)
                JsonCodec.tree(
                    new String(sealer.open(row.bytes("value"), place(tenant, kind)), UTF_8)),
        tenant,
        kind.key());
  }

  /** Adds the script or takes the place of the one before; true when it is new. */
  boolean put(TenantId tenant, ScriptKind kind, ObjectNode value, Instant now) {
    return db.one(
        tenant,
        """
        insert into scripts (tenant_id, key, value, updated_at) values (?, ?, ?, ?)
        on conflict (tenant_id, key) do update set value = excluded.value, updated_at = excluded.updated_at
        returning xmax = 0 as made
        """,
        row -> row.flag("made"),
        tenant,
        kind.key(),
        sealer.seal(value.toString().getBytes(UTF_8), place(tenant, kind)),
        now);
  }

  boolean delete(TenantId tenant, ScriptKind kind) {
    return db.update(
            tenant, "delete from scripts where tenant_id = ? and key = ?", tenant, kind.key())
        == 1;
  }

  private static Seal place(TenantId tenant, ScriptKind kind) {
    return new Seal(tenant.value(), "scripts.value", kind.key());
  }
}
