package io.gatehouse.oidc.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Registrations in the database, with the SHA-256 of the tokens that manage them. */
@Singleton
class RegistrationStore {
  private final Db db;

  RegistrationStore(Db db) {
    this.db = db;
  }

  /** A registration and when it was made. */
  record Kept(ObjectNode metadata, Instant createdAt) {}

  /** All of the work, or nothing. */
  <T> T atOnce(TenantId tenant, Supplier<T> work) {
    return db.transaction(tenant, work);
  }

  void insert(
      TenantId tenant, String applicationId, String token, ObjectNode metadata, Instant now) {
    db.update(
        tenant,
        """
        insert into application_registrations (tenant_id, application_id, token_hash, metadata, created_at)
        values (?, ?, ?, ?, ?)
        """,
        tenant,
        applicationId,
        Digests.sha256(token),
        new Jsonb(metadata.toString()),
        now);
  }

  /** The registration that the token manages. */
  Optional<Kept> find(TenantId tenant, String applicationId, String token) {
    return db.find(
        tenant,
        """
        select metadata, created_at from application_registrations
        where tenant_id = ? and application_id = ? and token_hash = ?
        """,
        row ->
            new Kept((ObjectNode) JsonCodec.tree(row.text("metadata")), row.instant("created_at")),
        tenant,
        applicationId,
        Digests.sha256(token));
  }

  /** False when it is gone meanwhile. */
  boolean replace(TenantId tenant, String applicationId, String token, ObjectNode metadata) {
    return db.update(
            tenant,
            """
            update application_registrations set metadata = ?
            where tenant_id = ? and application_id = ? and token_hash = ?
            """,
            new Jsonb(metadata.toString()),
            tenant,
            applicationId,
            Digests.sha256(token))
        == 1;
  }
}
