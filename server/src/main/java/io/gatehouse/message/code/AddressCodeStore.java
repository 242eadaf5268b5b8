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

/** Codes of no sign-in in the database, as a keyed digest bound to the address. */
@Singleton
class AddressCodeStore {
  private static final String COLUMN = "verification_codes.code_hash";

  private final Db db;
  private final KeyedDigest digests;

  AddressCodeStore(Db db, MasterKeys keys) {
    this.db = db;
    this.digests = new KeyedDigest(keys);
  }

  /** A code and the address that it goes to. */
  record Sent(Identifier to, String code) {}

  /** Keeps a new code; unused ones of the address for the same use are void. */
  void replace(TenantId tenant, String usage, Sent sent, Instant now, Duration life) {
    String key = key(sent.to());
    db.update(
        tenant,
        """
        with voided as (
          delete from verification_codes
          where tenant_id = ? and address_key = ? and usage_type = ? and interaction_hash is null
            and consumed_at is null)
        insert into verification_codes
          (tenant_id, id, address_key, address_type, usage_type, code_hash, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        key,
        usage,
        tenant,
        Ids.standardId(),
        key,
        sent.to().type().wire(),
        usage,
        digests.digest(tenant.value(), COLUMN, plain(sent)),
        now,
        now.plus(life));
  }

  /** The limits of the tenant: codes made before are too old, and so many tries are too many. */
  record Limits(Instant madeAfter, int tries) {}

  /**
   * Uses the code up if it is the right one, and counts a try if it is not: one statement, so that
   * of two who know it one gets in.
   *
   * @return whether it was right; nothing when there is no code that could still be used
   */
  Optional<Boolean> redeem(TenantId tenant, String usage, Sent typed, Limits limits, Instant now) {
    byte[][] right =
        digests.candidates(tenant.value(), COLUMN, plain(typed)).toArray(byte[][]::new);
    return db.find(
        tenant,
        """
        update verification_codes set
          consumed_at = case when code_hash = any (?) then ?::timestamptz end,
          tries = tries + case when code_hash = any (?) then 0 else 1 end
        where tenant_id = ? and address_key = ? and usage_type = ? and interaction_hash is null
          and consumed_at is null and created_at > ? and tries < ?
        returning consumed_at is not null as accepted
        """,
        row -> row.flag("accepted"),
        right,
        now,
        right,
        tenant,
        key(typed.to()),
        usage,
        limits.madeAfter(),
        limits.tries());
  }

  /** When the unused code was made that could not be used any more, if there is one. */
  Optional<Instant> left(TenantId tenant, String usage, Identifier address) {
    return db.find(
        tenant,
        """
        select created_at from verification_codes
        where tenant_id = ? and address_key = ? and usage_type = ? and interaction_hash is null
          and consumed_at is null
        order by created_at desc limit 1
        """,
        row -> row.instant("created_at"),
        tenant,
        key(address),
        usage);
  }

  private static String plain(Sent sent) {
    return key(sent.to()) + ' ' + sent.code();
  }

  private static String key(Identifier to) {
    return to.type() == IdentifierType.EMAIL
        ? UserKeys.email(to.value())
        : UserKeys.phone(to.value());
  }
}
