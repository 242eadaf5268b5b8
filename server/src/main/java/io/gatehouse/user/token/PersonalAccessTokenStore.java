package io.gatehouse.user.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Personal access tokens in the database. */
@Singleton
class PersonalAccessTokenStore {
  private static final String VALUE = "personal_access_tokens.value";

  private final Db db;
  private final Sealer sealer;
  private final KeyedDigest digests;

  PersonalAccessTokenStore(Db db, Sealer sealer, KeyedDigest digests) {
    this.db = db;
    this.sealer = sealer;
    this.digests = digests;
  }

  List<PersonalAccessToken> list(TenantId tenant, String userId) {
    return db.query(
        tenant,
        "select * from personal_access_tokens where tenant_id = ? and user_id = ? order by created_at, name",
        row -> token(tenant, row),
        tenant,
        userId);
  }

  /** By what it looks like under any master key that may have been in use when it was made. */
  Optional<String> owner(TenantId tenant, String token, Instant now) {
    return db.find(
        tenant,
        """
        select user_id from personal_access_tokens
        where tenant_id = ? and digest = any (select decode(each, 'hex') from unnest(?) each)
          and (expires_at is null or expires_at > ?)
        """,
        row -> row.text("user_id"),
        tenant,
        digests.candidates(tenant.value(), VALUE, token).stream()
            .map(HexFormat.of()::formatHex)
            .toList(),
        now);
  }

  void insert(PersonalAccessToken token) {
    TenantId tenant = token.tenantId();
    db.update(
        tenant,
        """
        insert into personal_access_tokens (tenant_id, user_id, name, value, digest, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        token.userId(),
        token.name(),
        sealer.seal(token.value().getBytes(UTF_8), place(tenant, token.userId())),
        digests.digest(tenant.value(), VALUE, token.value()),
        token.createdAt(),
        token.expiresAt());
  }

  Optional<PersonalAccessToken> rename(
      TenantId tenant, String userId, String name, String newName) {
    return db.find(
        tenant,
        "update personal_access_tokens set name = ? where tenant_id = ? and user_id = ? and name = ? returning *",
        row -> token(tenant, row),
        newName,
        tenant,
        userId,
        name);
  }

  boolean delete(TenantId tenant, String userId, String name) {
    return db.update(
            tenant,
            "delete from personal_access_tokens where tenant_id = ? and user_id = ? and name = ?",
            tenant,
            userId,
            name)
        == 1;
  }

  private PersonalAccessToken token(TenantId tenant, Row row) throws SQLException {
    String userId = row.text("user_id");
    return new PersonalAccessToken(
        tenant,
        userId,
        row.text("name"),
        new String(sealer.open(row.bytes("value"), place(tenant, userId)), UTF_8),
        row.instant("created_at"),
        row.instantOrNull("expires_at"));
  }

  private static Seal place(TenantId tenant, String userId) {
    return new Seal(tenant.value(), VALUE, userId);
  }
}
