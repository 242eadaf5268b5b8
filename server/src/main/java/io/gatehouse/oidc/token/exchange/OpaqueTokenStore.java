package io.gatehouse.oidc.token.exchange;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Opaque access tokens in the database, as they are presented to be exchanged. */
@Singleton
class OpaqueTokenStore {
  private final Db db;

  OpaqueTokenStore(Db db) {
    this.db = db;
  }

  /** Whom a token stands for, and whose it is. */
  record Opaque(String userId, String clientId, Scopes scope) {}

  /** A bound token is none: whoever presents it here has not shown its key. */
  Optional<Opaque> find(TenantId tenant, String token, Instant now) {
    return db.find(
        tenant,
        """
        select g.user_id, t.application_id, t.scope
        from access_tokens t
          join grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id
        where t.tenant_id = ? and t.hash = ? and t.expires_at > ? and t.revoked_at is null and g.revoked_at is null
          and t.cnf is null
          and (t.session_id is null or exists (
            select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > ?))
        """,
        row ->
            new Opaque(
                row.text("user_id"), row.text("application_id"), Scopes.parse(row.text("scope"))),
        tenant,
        Digests.sha256(token),
        now,
        now);
  }
}
