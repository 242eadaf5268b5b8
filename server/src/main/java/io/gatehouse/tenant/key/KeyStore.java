package io.gatehouse.tenant.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing keys in the database; the private half is sealed. */
@Singleton
class KeyStore {
  private final Db db;
  private final Sealer sealer;

  KeyStore(Db db, Sealer sealer) {
    this.db = db;
    this.sealer = sealer;
  }

  record Stored(KeyRecord record, SigningKey key) {}

  List<Stored> all(TenantId tenant) {
    return db.query(
        tenant,
        """
        select * from signing_keys where tenant_id = ?
        order by ring, case status when 'Next' then 0 when 'Current' then 1 else 2 end
        """,
        row -> stored(tenant, row),
        tenant);
  }

  /**
   * Adds the key; false when the ring has a key of this status already, as when two nodes start at
   * once.
   */
  boolean add(TenantId tenant, KeyRecord record, SigningKey key) {
    return db.update(
            tenant,
            """
            insert into signing_keys (tenant_id, id, ring, kid, algorithm, status, private_key, public_jwk, created_at, effective_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, ring, status) do nothing
            """,
            tenant,
            record.id(),
            record.ring(),
            record.kid(),
            record.algorithm().alg(),
            record.status().name(),
            sealer.seal(key.toPrivateJwk().getBytes(UTF_8), place(tenant, record.id())),
            new Jsonb(key.publicJwk().toJSONString()),
            record.createdAt(),
            record.effectiveAt())
        == 1;
  }

  void setStatus(
      TenantId tenant, String id, KeyRecord.Status status, @Nullable Instant effectiveAt) {
    db.update(
        tenant,
        "update signing_keys set status = ?, effective_at = ? where tenant_id = ? and id = ?",
        status.name(),
        effectiveAt,
        tenant,
        id);
  }

  void delete(TenantId tenant, String ring, KeyRecord.Status status) {
    db.update(
        tenant,
        "delete from signing_keys where tenant_id = ? and ring = ? and status = ?",
        tenant,
        ring,
        status.name());
  }

  /** Keeps other nodes from rotating the same ring at the same time, until the transaction ends. */
  void lock(TenantId tenant) {
    db.query(
        tenant, "select pg_advisory_xact_lock(hashtext(?))", row -> true, "signing_keys:" + tenant);
  }

  /** The tenants of before that have no current key of this algorithm. */
  List<TenantId> without(SigningAlgorithm algorithm, Instant madeBefore) {
    return db.acrossTenants(connection -> {
      List<TenantId> tenants = new ArrayList<>();
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              select t.id from tenants t where t.created_at <= ? and not exists (
                select from signing_keys k
                where k.tenant_id = t.id and k.algorithm = ? and k.status = 'Current')
              """)) {
        statement.setTimestamp(1, Timestamp.from(madeBefore));
        statement.setString(2, algorithm.alg());
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            tenants.add(new TenantId(rows.getString("id")));
          }
        }
      }
      return tenants;
    });
  }

  private Stored stored(TenantId tenant, Row row) throws SQLException {
    String id = row.text("id");
    SigningKey key =
        SigningKey.parse(
            new String(sealer.open(row.bytes("private_key"), place(tenant, id)), UTF_8));
    SigningAlgorithm algorithm = key.algorithm();
    return new Stored(
        new KeyRecord(
            id,
            row.text("ring"),
            row.text("kid"),
            algorithm,
            KeyRecord.Status.valueOf(row.text("status")),
            row.instant("created_at"),
            row.instantOrNull("effective_at")),
        key);
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), "signing_keys.private_key", id);
  }
}
