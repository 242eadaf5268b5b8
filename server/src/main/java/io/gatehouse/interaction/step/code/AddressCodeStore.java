package io.gatehouse.interaction.step.code;

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
import java.util.List;
import java.util.Optional;

/** Codes of no sign-in in the database, as a keyed digest. */
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

  /** Keeps a new code; earlier ones for the same use are void. */
  void replace(TenantId tenant, String usage, Sent sent, Instant now, Duration life) {
    String key = key(sent.to());
    db.update(
        tenant,
        """
        with voided as (
          delete from verification_codes
          where tenant_id = ? and address_key = ? and usage_type = ? and interaction_hash is null
        )
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

  /**
   * Uses the code up if it is the right one, and counts a try if it is not: one statement, so that
   * of two who know it one gets in.
   *
   * @return whether it was right; nothing when there is no code that could still be used
   */
  Optional<Boolean> redeem(TenantId tenant, String usage, Sent typed, Instant now, int tries) {
    List<byte[]> right = digests.candidates(tenant.value(), COLUMN, plain(typed));
    byte[] first = right.getFirst();
    byte[] older = right.getLast();
    return db.find(
        tenant,
        """
        update verification_codes set
          consumed_at = case when code_hash in (?, ?) then ?::timestamptz end,
          tries = tries + case when code_hash in (?, ?) then 0 else 1 end
        where tenant_id = ? and address_key = ? and usage_type = ? and interaction_hash is null
          and consumed_at is null and expires_at > ? and tries < ?
        returning consumed_at is not null as accepted
        """,
        row -> row.flag("accepted"),
        first,
        older,
        now,
        first,
        older,
        tenant,
        key(typed.to()),
        usage,
        now,
        tries);
  }

  /** When the unused code ends, or has ended. */
  Optional<Instant> left(TenantId tenant, String usage, Identifier address) {
    return db.find(
        tenant,
        """
        select expires_at from verification_codes
        where tenant_id = ? and address_key = ? and usage_type = ? and interaction_hash is null
          and consumed_at is null
        """,
        row -> row.instant("expires_at"),
        tenant,
        key(address),
        usage);
  }

  private static String plain(Sent sent) {
    return key(sent.to()) + '\n' + sent.code();
  }

  private static String key(Identifier to) {
    return to.type() == IdentifierType.EMAIL
        ? UserKeys.email(to.value())
        : UserKeys.phone(to.value());
  }
}
