package io.gatehouse.oidc.token.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opaque access tokens in the database, as they are presented to be exchanged. */
@Singleton
class OpaqueTokenStore {
  private final Db db;

  OpaqueTokenStore(Db db) {
    this.db = db;
  }

  /** Whom a token stands for, whose it is, and what it allows. */
  record Opaque(String userId, String clientId, Scopes scope, @Nullable ArrayNode details) {}

  /** A bound token is none: whoever presents it here has not shown its key. */
  Optional<Opaque> find(TenantId tenant, String token, Instant now) {
    return db.find(
        tenant,
        """
        select g.user_id, t.application_id, t.scope, t.authorization_details as details
        from access_tokens t
          join grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id
        where t.tenant_id = ? and t.hash = ? and t.expires_at > ? and t.revoked_at is null and g.revoked_at is null
          and t.cnf is null
          and (t.session_id is null or exists (
            select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > ?))
        """,
        OpaqueTokenStore::opaque,
        tenant,
        Digests.sha256(token),
        now,
        now);
  }

  private static Opaque opaque(Row row) throws SQLException {
    String details = row.textOrNull("details");
    return new Opaque(
        row.text("user_id"),
        row.text("application_id"),
        Scopes.parse(row.text("scope")),
        details == null ? null : (ArrayNode) JsonCodec.tree(details));
  }
}
