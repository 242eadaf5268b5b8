package io.gatehouse.oidc.par;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Pushed requests in the database, by the SHA-256 of their name. */
@Singleton
class PushedRequestStore {
  private final Db db;

  PushedRequestStore(Db db) {
    this.db = db;
  }

  void insert(
      TenantId tenant, String secret, String clientId, String form, Instant now, Instant end) {
    db.update(
        tenant,
        """
        insert into pushed_requests (tenant_id, hash, application_id, parameters, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        tenant,
        Digests.sha256(secret),
        clientId,
        form,
        now,
        end);
  }

  /** The request as long as nobody has used it up. */
  Optional<String> find(TenantId tenant, String secret, String clientId, Instant now) {
    return db.find(
        tenant,
        """
        select parameters from pushed_requests where tenant_id = ? and hash = ? and application_id = ?
          and (expires_at > ?) is true
        """,
        row -> row.text("parameters"),
        tenant,
        Digests.sha256(secret),
        clientId,
        now);
  }

  /** Whether it was there to be used up, however long ago it expired. */
  boolean use(TenantId tenant, byte[] hash) {
    return db.update(
            tenant, "delete from pushed_requests where tenant_id = ? and hash = ?", tenant, hash)
        == 1;
  }

  /** One statement finds the request and uses it up. */
  Optional<String> take(TenantId tenant, String secret, String clientId, Instant now) {
    return db.find(
        tenant,
        """
        delete from pushed_requests where tenant_id = ? and hash = ? and application_id = ?
          and (expires_at > ?) is true
        returning parameters
        """,
        row -> row.text("parameters"),
        tenant,
        Digests.sha256(secret),
        clientId,
        now);
  }
}
