package io.gatehouse.oidc.userinfo;

import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.Person;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.db.SharedLookup;
import io.gatehouse.platform.db.SharedLookup.Found;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the person behind an opaque access token in one statement, shared with who else asks. */
@Singleton
class UserinfoStore {
  private static final String BEARERS =
      """
      select asked.place, t.application_id, t.scope, t.claims_request,
      """
          + Confirmation.columns("t.cnf")
          + ", "
          + UserRow.claimsFor("t.scope")
          + """
          from unnest(?::bytea[]) with ordinality as asked(hash, place)
            join access_tokens t on t.tenant_id = ? and t.hash = asked.hash
            join grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id
            join users u on u.tenant_id = g.tenant_id and u.id = g.user_id
          where t.expires_at > ? and t.revoked_at is null and g.revoked_at is null
            and (t.session_id is null or exists (
              select from sessions s where s.tenant_id = t.tenant_id and s.id = t.session_id and s.expires_at > ?))
          """;

  private final SharedLookup<Bearer> bearers;

  UserinfoStore(Db db, InstantSource clock) {
    bearers =
        new SharedLookup<>((tenant, hashes) -> {
          Instant now = clock.instant();
          return db.query(tenant, BEARERS, UserinfoStore::bearer, hashes, tenant, now, now);
        });
  }

  record Bearer(
      String clientId,
      Scopes scope,
      @Nullable ClaimsRequest claims,
      @Nullable Confirmation confirmation,
      Person person) {}

  Optional<Bearer> find(TenantId tenant, String token) {
    return bearers.find(tenant, Digests.sha256(token));
  }

  private static Found<Bearer> bearer(Row row) throws SQLException {
    @Nullable String claims = row.textOrNull("claims_request");
    return new Found<>(
        row.integer("place"),
        new Bearer(
            row.text("application_id"),
            Scopes.parse(row.text("scope")),
            claims == null ? null : JsonCodec.read(claims, ClaimsRequest.class),
            Confirmation.of(row),
            Person.of(row)));
  }
}
