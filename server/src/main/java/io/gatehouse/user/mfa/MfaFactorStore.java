package io.gatehouse.user.mfa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.IsoTime;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The factors of people in the database. */
@Singleton
class MfaFactorStore {
  private static final String SECRET = "user_mfa_factors.secret";
  private static final String CODE = "user_backup_codes.code";

  private final Db db;
  private final Sealer sealer;
  private final KeyedDigest digests;

  MfaFactorStore(Db db, Sealer sealer, KeyedDigest digests) {
    this.db = db;
    this.sealer = sealer;
    this.digests = digests;
  }

  List<MfaFactor> list(TenantId tenant, String userId) {
    return db.query(
        tenant,
        """
        select f.*, (select count(*) from user_backup_codes c
          where c.tenant_id = f.tenant_id and c.factor_id = f.id and c.used_at is null) as codes_left
        from user_mfa_factors f where f.tenant_id = ? and f.user_id = ? order by f.created_at, f.id
        """,
        MfaFactorStore::factor,
        tenant,
        userId);
  }

  boolean has(TenantId tenant, String userId, FactorType type) {
    return db.one(
        tenant,
        "select exists (select from user_mfa_factors where tenant_id = ? and user_id = ? and type = ?) as found",
        row -> row.flag("found"),
        tenant,
        userId,
        type.name());
  }

  /** An authenticator app and its secret. */
  record Totp(String id, String secret) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Totp[" + id + "]";
    }
  }

  /** The person's authenticator app. */
  Optional<Totp> totp(TenantId tenant, String userId) {
    return db.find(
        tenant,
        "select id, secret from user_mfa_factors where tenant_id = ? and user_id = ? and type = 'Totp'",
        row -> {
          String id = row.text("id");
          return new Totp(
              id,
              new String(
                  sealer.open(row.bytes("secret"), new Seal(tenant.value(), SECRET, id)), UTF_8));
        },
        tenant,
        userId);
  }

  /**
   * Keeps an authenticator app.
   *
   * @param step the time step of a code that was shown already, which does not count again
   */
  int insertTotp(TenantId tenant, String userId, Totp totp, @Nullable Long step, Instant now) {
    return db.update(
        tenant,
        """
        insert into user_mfa_factors (tenant_id, id, user_id, type, secret, last_step, created_at)
        values (?, ?, ?, 'Totp', ?, ?, ?)
        """,
        tenant,
        totp.id(),
        userId,
        sealer.seal(totp.secret().getBytes(UTF_8), new Seal(tenant.value(), SECRET, totp.id())),
        step,
        now);
  }

  /** Makes room for another authenticator app. */
  void deleteTotp(TenantId tenant, String userId) {
    db.update(
        tenant,
        "delete from user_mfa_factors where tenant_id = ? and user_id = ? and type = 'Totp'",
        tenant,
        userId);
  }

  /** The person's backup codes, used ones too. */
  List<BackupCodes.Kept> codes(TenantId tenant, String userId) {
    return db.query(
        tenant,
        """
        select c.factor_id, c.code, c.used_at from user_backup_codes c
          join user_mfa_factors f on f.tenant_id = c.tenant_id and f.id = c.factor_id
        where f.tenant_id = ? and f.user_id = ? order by f.created_at, f.id, c.position
        """,
        row ->
            new BackupCodes.Kept(
                new String(
                    sealer.open(
                        row.bytes("code"), new Seal(tenant.value(), CODE, row.text("factor_id"))),
                    UTF_8),
                row.instantOrNull("used_at")),
        tenant,
        userId);
  }

  /** Calls a passkey something else. */
  boolean rename(TenantId tenant, String userId, String factorId, String name) {
    return db.update(
            tenant,
            """
            update user_mfa_factors set name = ?
            where tenant_id = ? and user_id = ? and id = ? and type = 'WebAuthn'
            """,
            name,
            tenant,
            userId,
            factorId)
        == 1;
  }

  /** Uses a time step up, once: it and all before it no longer count. */
  boolean redeemStep(TenantId tenant, String id, long step, Instant now) {
    return db.update(
            tenant,
            """
            update user_mfa_factors set last_step = ?, last_used_at = ?
            where tenant_id = ? and id = ? and coalesce(last_step, 0) < ?
            """,
            step,
            now,
            tenant,
            id,
            step)
        == 1;
  }

  /** Uses a backup code up, once. */
  boolean redeemBackupCode(TenantId tenant, String userId, String code, Instant now) {
    List<byte[]> right = digests.candidates(tenant.value(), CODE, code);
    return db.update(
            tenant,
            """
            with used as (
              update user_backup_codes c set used_at = ?
              from user_mfa_factors f
              where f.tenant_id = ? and f.user_id = ? and f.type = 'BackupCode'
                and c.tenant_id = f.tenant_id and c.factor_id = f.id and c.digest in (?, ?) and c.used_at is null
              returning c.tenant_id, c.factor_id)
            update user_mfa_factors f set last_used_at = ?
            from used where f.tenant_id = used.tenant_id and f.id = used.factor_id
            """,
            now,
            tenant,
            userId,
            right.getFirst(),
            right.getLast(),
            now)
        > 0;
  }

  /** Makes room for a new set of backup codes. */
  void deleteBackupCodes(TenantId tenant, String userId) {
    db.update(
        tenant,
        "delete from user_mfa_factors where tenant_id = ? and user_id = ? and type = 'BackupCode'",
        tenant,
        userId);
  }

  /** A set whose codes are all used makes room for another. */
  void deleteUsedUp(TenantId tenant, String userId) {
    db.update(
        tenant,
        """
        delete from user_mfa_factors f where f.tenant_id = ? and f.user_id = ? and f.type = 'BackupCode'
          and not exists (select from user_backup_codes c
            where c.tenant_id = f.tenant_id and c.factor_id = f.id and c.used_at is null)
        """,
        tenant,
        userId);
  }

  void insertBackupCodes(
      TenantId tenant, String id, String userId, List<String> codes, Instant now) {
    db.update(
        tenant,
        "insert into user_mfa_factors (tenant_id, id, user_id, type, created_at) values (?, ?, ?, 'BackupCode', ?)",
        tenant,
        id,
        userId,
        now);
    for (int i = 0; i < codes.size(); i++) {
      db.update(
          tenant,
          "insert into user_backup_codes (tenant_id, factor_id, position, code, digest) values (?, ?, ?, ?, ?)",
          tenant,
          id,
          i,
          sealer.seal(codes.get(i).getBytes(UTF_8), new Seal(tenant.value(), CODE, id)),
          digests.digest(tenant.value(), CODE, codes.get(i)));
    }
  }

  /** Of which kind it was; empty when the person has none of this id. */
  Optional<FactorType> delete(TenantId tenant, String userId, String factorId) {
    return db.find(
        tenant,
        "delete from user_mfa_factors where tenant_id = ? and user_id = ? and id = ? returning type",
        row -> FactorType.valueOf(row.text("type")),
        tenant,
        userId,
        factorId);
  }

  private static MfaFactor factor(Row row) throws SQLException {
    FactorType type = FactorType.valueOf(row.text("type"));
    boolean key = type == FactorType.WebAuthn;
    return new MfaFactor(
        row.text("id"),
        IsoTime.of(row.instant("created_at")),
        type,
        key ? row.textOrNull("agent") : null,
        key ? row.textOrNull("name") : null,
        type == FactorType.Totp ? null : text(row.instantOrNull("last_used_at")),
        type == FactorType.BackupCode ? row.integer("codes_left") : null);
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : IsoTime.of(at);
  }
}
