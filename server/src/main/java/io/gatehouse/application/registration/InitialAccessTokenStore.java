package io.gatehouse.application.registration;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens for registration in the database, by the SHA-256 of their value. */
@Singleton
class InitialAccessTokenStore {
  private final Db db;

  InitialAccessTokenStore(Db db) {
    this.db = db;
  }

  Slice<InitialAccessToken> list(TenantId tenant, Page page) {
    Where where = Where.of("tenant_id = ?", tenant);
    return new ListQuery("*", "initial_access_tokens", where, "created_at desc, id")
        .run(db, tenant, page, InitialAccessTokenStore::token);
  }

  Optional<InitialAccessToken> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from initial_access_tokens where tenant_id = ? and id = ?",
        InitialAccessTokenStore::token,
        tenant,
        id);
  }

  void insert(TenantId tenant, InitialAccessToken made, String value, @Nullable Integer uses) {
    db.update(
        tenant,
        """
        insert into initial_access_tokens (tenant_id, id, name, hash, uses_left, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        made.id(),
        made.name(),
        Digests.sha256(value),
        uses,
        made.createdAt(),
        made.expiresAt());
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(
            tenant, "delete from initial_access_tokens where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }

  boolean good(TenantId tenant, String value, Instant now) {
    return db.find(
            tenant,
            """
            select 1 as one from initial_access_tokens
            where tenant_id = ? and hash = ? and (uses_left is null or uses_left > 0) and (expires_at is null or expires_at > ?)
            """,
            row -> true,
            tenant,
            Digests.sha256(value),
            now)
        .isPresent();
  }

  /** Uses it once; the id of the token that was good for it. */
  Optional<String> use(TenantId tenant, String value, Instant now) {
    return db.find(
        tenant,
        """
        update initial_access_tokens set uses_left = uses_left - 1
        where tenant_id = ? and hash = ? and (uses_left is null or uses_left > 0) and (expires_at is null or expires_at > ?)
        returning id
        """,
        row -> row.text("id"),
        tenant,
        Digests.sha256(value),
        now);
  }

  private static InitialAccessToken token(Row row) throws SQLException {
    @Nullable String usesLeft = row.textOrNull("uses_left");
    return new InitialAccessToken(
        row.text("id"),
        row.text("name"),
        null,
        usesLeft == null ? null : Long.valueOf(usesLeft),
        row.instant("created_at"),
        row.instantOrNull("expires_at"));
  }
}
