package io.gatehouse.message.code;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Codes for addresses in the database, as a keyed digest bound to the address. */
@Singleton
class AddressCodeStore {
  private static final String COLUMN = "verification_codes.code_hash";
  private static final String USAGE = "Generic";

  private final Db db;
  private final KeyedDigest digests;

  AddressCodeStore(Db db, MasterKeys keys) {
    this.db = db;
    this.digests = new KeyedDigest(keys);
  }

  /** What is kept of a code that was not accepted. */
  record Left(int tries, Instant createdAt) {}

  /** Keeps a new code; unused ones of the address are void. */
  void replace(TenantId tenant, Identifier to, String code, Instant now, Duration life) {
    String key = key(to);
    db.update(
        tenant,
        """
        with voided as (
          delete from verification_codes
          where tenant_id = ? and address_key = ? and usage_type = ? and consumed_at is null)
        insert into verification_codes (tenant_id, id, address_key, address_type, usage_type, code_hash, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        key,
        USAGE,
        tenant,
        Ids.standardId(),
        key,
        to.type().wire(),
        USAGE,
        digests.digest(tenant.value(), COLUMN, key + " " + code),
        now,
        now.plus(life));
  }

  /** The limits of the tenant: codes made before are too old, and so many tries are too many. */
  record Limits(Instant madeAfter, int tries) {}

  /**
   * Uses the code up if it is the right one, and counts a try if it is not.
   *
   * @return whether it was right; nothing when there is no code that could still be used
   */
  Optional<Boolean> redeem(
      TenantId tenant, Identifier from, String code, Limits limits, Instant now) {
    String key = key(from);
    byte[][] right =
        digests.candidates(tenant.value(), COLUMN, key + " " + code).toArray(byte[][]::new);
    return db.find(
        tenant,
        """
        update verification_codes set
          consumed_at = case when code_hash = any (?) then ?::timestamptz end,
          tries = tries + case when code_hash = any (?) then 0 else 1 end
        where tenant_id = ? and address_key = ? and usage_type = ? and consumed_at is null
          and created_at > ? and tries < ?
        returning consumed_at is not null as accepted
        """,
        row -> row.flag("accepted"),
        right,
        now,
        right,
        tenant,
        key,
        USAGE,
        limits.madeAfter(),
        limits.tries());
  }

  /** The unused code that could not be used any more, if there is one. */
  Optional<Left> left(TenantId tenant, Identifier from) {
    return db.find(
        tenant,
        """
        select tries, created_at from verification_codes
        where tenant_id = ? and address_key = ? and usage_type = ? and consumed_at is null
        order by created_at desc limit 1
        """,
        row -> new Left(row.integer("tries"), row.instant("created_at")),
        tenant,
        key(from),
        USAGE);
  }

  private static String key(Identifier to) {
    return to.type() == IdentifierType.EMAIL
        ? UserKeys.email(to.value())
        : UserKeys.phone(to.value());
  }
}
