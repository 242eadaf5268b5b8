package io.gatehouse.message.onetimetoken;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One-time tokens in the database: sealed, and found by a keyed digest. */
@Singleton
class OneTimeTokenStore {
  private static final String COLUMN = "one_time_tokens.token";

  private final Db db;
  private final Sealer sealer;
  private final KeyedDigest digests;

  OneTimeTokenStore(Db db, Sealer sealer, MasterKeys keys) {
    this.db = db;
    this.sealer = sealer;
    this.digests = new KeyedDigest(keys);
  }

  Slice<OneTimeToken> list(
      TenantId tenant, Optional<String> email, Optional<OneTimeToken.Status> status, Page page) {
    Where where =
        Where.of("tenant_id = ?", tenant)
            .andIf(email, "email = ?")
            .andIf(status.map(OneTimeTokenStore::label), "status = ?");
    ListQuery query = new ListQuery("*", "one_time_tokens", where, "created_at desc, id desc");
    return email.isEmpty() && status.isEmpty()
        ? query.runCounted(db, tenant, page, "one_time_tokens", row -> token(tenant, row))
        : query.run(db, tenant, page, row -> token(tenant, row));
  }

  long count(TenantId tenant) {
    return db.one(
        tenant,
        "select count(*) as total from one_time_tokens where tenant_id = ?",
        row -> row.number("total"),
        tenant);
  }

  Optional<OneTimeToken> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from one_time_tokens where tenant_id = ? and id = ?",
        row -> token(tenant, row),
        tenant,
        id);
  }

  /** The token itself, whoever it is for. */
  Optional<OneTimeToken> findByToken(TenantId tenant, String token) {
    return db.find(
        tenant,
        "select * from one_time_tokens where tenant_id = ? and token_digest = any (?)",
        row -> token(tenant, row),
        tenant,
        digests.candidates(tenant.value(), COLUMN, token).toArray(byte[][]::new));
  }

  /** Keeps a new token, and marks those of the address whose time is over. */
  void insert(OneTimeToken token) {
    TenantId tenant = token.tenantId();
    db.update(
        tenant,
        """
        with outdated as (
          update one_time_tokens set status = 'expired'
          where tenant_id = ? and email = ? and status = 'active' and expires_at <= ?)
        insert into one_time_tokens (tenant_id, id, email, token, token_digest, context, status, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        token.email(),
        token.createdAt(),
        tenant,
        token.id(),
        token.email(),
        sealer.seal(token.token().getBytes(UTF_8), place(tenant, token.id())),
        digests.digest(tenant.value(), COLUMN, token.token()),
        new Jsonb(JsonCodec.text(token.context())),
        label(token.status()),
        token.createdAt(),
        token.expiresAt());
  }

  /** Uses the token up, once: of two who show it, one succeeds. */
  Optional<OneTimeToken> consume(TenantId tenant, String token, String email, Instant now) {
    return db.find(
        tenant,
        """
        update one_time_tokens set status = 'consumed'
        where tenant_id = ? and token_digest = any (?) and email = ? and status = 'active' and expires_at > ?
        returning *
        """,
        row -> token(tenant, row),
        tenant,
        digests.candidates(tenant.value(), COLUMN, token).toArray(byte[][]::new),
        email,
        now);
  }

  Optional<OneTimeToken> mark(TenantId tenant, String id, OneTimeToken.Status status) {
    return db.find(
        tenant,
        "update one_time_tokens set status = ? where tenant_id = ? and id = ? returning *",
        row -> token(tenant, row),
        label(status),
        tenant,
        id);
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(
            tenant, "delete from one_time_tokens where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }

  private OneTimeToken token(TenantId tenant, Row row) throws SQLException {
    String id = row.text("id");
    return new OneTimeToken(
        tenant,
        id,
        row.text("email"),
        new String(sealer.open(row.bytes("token"), place(tenant, id)), UTF_8),
        JsonCodec.read(row.text("context"), OneTimeToken.Context.class),
        OneTimeToken.Status.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
        row.instant("created_at"),
        row.instant("expires_at"));
  }

  private static String label(OneTimeToken.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), COLUMN, id);
  }
}
