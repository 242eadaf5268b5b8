package io.gatehouse.oidc.introspection;

import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks an opaque token up, access or refresh, in one statement. */
@Singleton
class IntrospectionStore {
  private final Db db;

  IntrospectionStore(Db db) {
    this.db = db;
  }

  record Active(
      boolean refresh,
      String clientId,
      String subject,
      String scope,
      @Nullable String sessionId,
      @Nullable Confirmation confirmation,
      @Nullable String actor,
      Instant issuedAt,
      Instant expiresAt) {}

  Optional<Active> find(TenantId tenant, String token, Instant now) {
    byte[] hash = Digests.sha256(token);
    return db.find(
        tenant,
        """
        select t.refresh, t.application_id, g.user_id, t.scope, t.session_id, t.cnf, t.act, t.created_at, t.expires_at
        from (
            select false as refresh, tenant_id, grant_id, application_id, scope, session_id, cnf, extra #>> '{act,sub}' as act,
              created_at, expires_at
            from access_tokens where tenant_id = ? and hash = ? and revoked_at is null
            union all
            select true, tenant_id, grant_id, application_id, scope, session_id, cnf, null, created_at, expires_at
            from refresh_tokens where tenant_id = ? and hash = ? and consumed_at is null
          ) t
          join grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id
          join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
        where t.expires_at > ? and g.revoked_at is null and not u.is_suspended
          and (t.session_id is null or exists (
            select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > ?))
        """,
        row ->
            new Active(
                row.flag("refresh"),
                row.text("application_id"),
                row.text("user_id"),
                row.text("scope"),
                row.textOrNull("session_id"),
                Confirmation.parse(row.textOrNull("cnf")),
                row.textOrNull("act"),
                row.instant("created_at"),
                row.instant("expires_at")),
        tenant,
        hash,
        tenant,
        hash,
        now,
        now);
  }
}
