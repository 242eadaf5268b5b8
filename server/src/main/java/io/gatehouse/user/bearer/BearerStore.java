package io.gatehouse.user.bearer;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opaque access tokens in the database, with the people that they stand for. */
@Singleton
class BearerStore {
  private static final String LIVE =
      """
      select t.application_id, t.scope, t.cnf ->> 'jkt' as jkt, t.cnf ->> 'x5t#S256' as x5t,
        coalesce(t.session_id, g.session_id) as of_session,
        coalesce(not a.is_third_party, false) as first_party,
      """
          + UserRow.PASSWORD_COLUMNS
          + """
           from access_tokens t
            join grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id
            join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
            left join applications a on a.tenant_id = g.tenant_id and a.id = g.registered_application_id
          where t.tenant_id = ? and t.hash = ? and t.expires_at > ? and t.revoked_at is null and g.revoked_at is null
            and not u.is_suspended
            and (t.session_id is null or exists (
              select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > ?))
          """;

  private final Db db;

  BearerStore(Db db) {
    this.db = db;
  }

  /**
   * A token's bearer, and what it is bound to.
   *
   * @param jkt thumbprint of a key
   * @param x5t thumbprint of a certificate
   */
  record Bound(Bearer bearer, @Nullable String jkt, @Nullable String x5t) {}

  Optional<Bound> find(TenantId tenant, String token, Instant now) {
    return db.find(
        tenant,
        LIVE,
        row -> new Bound(bearer(row), row.textOrNull("jkt"), row.textOrNull("x5t")),
        tenant,
        Digests.sha256(token),
        now,
        now);
  }

  private static Bearer bearer(Row row) throws SQLException {
    return new Bearer(
        UserRow.withPassword(row),
        row.text("application_id"),
        row.flag("first_party"),
        Scopes.parse(row.text("scope")),
        row.textOrNull("of_session"));
  }
}
