package io.gatehouse.tenant.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Keys of encryption in the database; the private half is sealed. */
@Singleton
class EncryptionKeyStore {
  private final Db db;
  private final Sealer sealer;

  EncryptionKeyStore(Db db, Sealer sealer) {
    this.db = db;
    this.sealer = sealer;
  }

  /** The current keys first. */
  List<HeldKey> all(TenantId tenant) {
    return db.query(
        tenant,
        "select * from encryption_keys where tenant_id = ? order by status, key_type",
        row -> held(tenant, row),
        tenant);
  }

  /**
   * Adds the current key of its type; false when there is one, as when two nodes make it at once.
   */
  boolean add(TenantId tenant, EncryptionKey key, Instant now) {
    String id = Ids.standardId();
    return db.update(
            tenant,
            """
            insert into encryption_keys (tenant_id, id, key_type, status, private_key, created_at)
            values (?, ?, ?, 'Current', ?, ?)
            on conflict (tenant_id, key_type, status) do nothing
            """,
            tenant,
            id,
            key.type().name(),
            sealer.seal(key.toPrivateJwk().getBytes(UTF_8), place(tenant, id)),
            now)
        == 1;
  }

  /** The current keys become the previous ones, whose own predecessors are forgotten. */
  void retire(TenantId tenant) {
    deletePrevious(tenant);
    db.update(tenant, "update encryption_keys set status = 'Previous' where tenant_id = ?", tenant);
  }

  void deletePrevious(TenantId tenant) {
    db.update(
        tenant, "delete from encryption_keys where tenant_id = ? and status = 'Previous'", tenant);
  }

  private HeldKey held(TenantId tenant, Row row) throws SQLException {
    byte[] opened = sealer.open(row.bytes("private_key"), place(tenant, row.text("id")));
    return new HeldKey(
        EncryptionKey.parse(new String(opened, UTF_8)), row.text("status").equals("Current"));
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), "encryption_keys.private_key", id);
  }
}
