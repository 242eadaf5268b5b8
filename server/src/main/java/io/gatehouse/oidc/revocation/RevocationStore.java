package io.gatehouse.oidc.revocation;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Revokes by token, in one statement. */
@Singleton
class RevocationStore {
  private final Db db;

  RevocationStore(Db db) {
    this.db = db;
  }

  /** Whose token it was, and whether this caller could revoke it. */
  record Revoked(String ownerId, @Nullable String userId, boolean own) {}

  /** Revokes the grant of the token if it belongs to the client; tells whose token it was. */
  Optional<Revoked> revoke(TenantId tenant, String token, String clientId, Instant now) {
    byte[] hash = Digests.sha256(token);
    return db.find(
        tenant,
        """
        with found as (
          select tenant_id, grant_id, application_id from access_tokens where tenant_id = ? and hash = ?
          union all
          select tenant_id, grant_id, application_id from refresh_tokens where tenant_id = ? and hash = ?),
        revoked as (
          update grants g set revoked_at = coalesce(g.revoked_at, ?) from found
          where g.tenant_id = found.tenant_id and g.id = found.grant_id and found.application_id = ?
          returning g.user_id)
        select application_id, (select user_id from revoked) as user_id, application_id = ? as own from found
        """,
        row -> new Revoked(row.text("application_id"), row.textOrNull("user_id"), row.flag("own")),
        tenant,
        hash,
        tenant,
        hash,
        now,
        clientId,
        clientId);
  }
}
