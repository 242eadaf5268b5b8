package io.gatehouse.oidc.introspection;

import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.db.SharedLookup;
import io.gatehouse.platform.db.SharedLookup.Found;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks an opaque token up, access or refresh, by one statement a kind, shared with who else asks.
 */
@Singleton
class IntrospectionStore {
  private static final String LIVE =
      """
      select asked.place, %1$s as refresh, t.application_id, g.user_id, t.scope, t.session_id, %5$s, t.authorization_details,
        %4$s as act, t.created_at, t.expires_at
      from unnest(?::bytea[]) with ordinality as asked(hash, place)
        join %2$s t on t.tenant_id = ? and t.hash = asked.hash
        join grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id
        join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
      where t.%3$s is null and t.expires_at > ? and g.revoked_at is null and not u.is_suspended
        and (t.session_id is null or exists (
          select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > ?))
      """;
  private static final String ACCESS =
      LIVE.formatted(
          "false",
          "access_tokens",
          "revoked_at",
          "t.extra #>> '{act,sub}'",
          Confirmation.columns("t.cnf"));
  private static final String REFRESH =
      LIVE.formatted(
          "true", "refresh_tokens", "consumed_at", "null", Confirmation.columns("t.cnf"));

  private final SharedLookup<Active> access;
  private final SharedLookup<Active> refresh;

  IntrospectionStore(Db db, InstantSource clock) {
    access = lookup(db, clock, ACCESS);
    refresh = lookup(db, clock, REFRESH);
  }

  record Active(
      boolean refresh,
      String clientId,
      String userId,
      String scope,
      @Nullable String sessionId,
      @Nullable Confirmation confirmation,
      @Nullable String actor,
      @Nullable String details,
      Instant issuedAt,
      Instant expiresAt) {}

  /**
   * The live token of this value. Nearly all that are asked for are access tokens, and a statement
   * about both kinds costs half as much again as one about either.
   *
   * @param refreshFirst whether the caller takes it for a refresh token
   */
  Optional<Active> find(TenantId tenant, String token, boolean refreshFirst) {
    byte[] hash = Digests.sha256(token);
    return (refreshFirst ? refresh : access)
        .find(tenant, hash)
        .or(() -> (refreshFirst ? access : refresh).find(tenant, hash));
  }

  private static SharedLookup<Active> lookup(Db db, InstantSource clock, String sql) {
    return new SharedLookup<>((tenant, hashes) -> {
      Instant now = clock.instant();
      return db.query(tenant, sql, IntrospectionStore::active, hashes, tenant, now, now);
    });
  }

  private static Found<Active> active(Row row) throws SQLException {
    return new Found<>(
        row.integer("place"),
        new Active(
            row.flag("refresh"),
            row.text("application_id"),
            row.text("user_id"),
            row.text("scope"),
            row.textOrNull("session_id"),
            Confirmation.of(row),
            row.textOrNull("act"),
            row.textOrNull("authorization_details"),
            row.instant("created_at"),
            row.instant("expires_at")));
  }
}
