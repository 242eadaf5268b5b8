package io.gatehouse.interaction.step.code;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Codes in the database, as a keyed digest: six digits would not survive a plain one. A code
 * belongs to the proof it was sent for.
 */
@Singleton
class CodeStore {
  private static final String COLUMN = "verification_codes.code_hash";

  private final Db db;
  private final KeyedDigest digests;

  CodeStore(Db db, MasterKeys keys) {
    this.db = db;
    this.digests = new KeyedDigest(keys);
  }

  /** What is kept of a code that was not accepted. */
  record Left(int tries, Instant expiresAt) {}

  /** Keeps a new code; earlier ones of this interaction to the address are void. */
  void replace(TenantId tenant, String interactionId, Sent sent, Instant now, Duration life) {
    String key = key(sent.to());
    byte[] interaction = Digests.sha256(interactionId);
    db.update(
        tenant,
        """
        with voided as (
          delete from verification_codes
          where tenant_id = ? and address_key = ? and usage_type = 'Interaction' and interaction_hash = ?
        )
        insert into verification_codes (tenant_id, id, interaction_hash, address_key, address_type, usage_type,
          code_hash, created_at, expires_at)
        values (?, ?, ?, ?, ?, 'Interaction', ?, ?, ?)
        """,
        tenant,
        key,
        interaction,
        tenant,
        sent.id(),
        interaction,
        key,
        sent.to().type().wire(),
        digests.digest(tenant.value(), COLUMN, sent.id() + sent.code()),
        now,
        now.plus(life));
  }

  /** A code on its way to an address; the id is that of the proof. */
  record Sent(String id, Identifier to, String code) {}

  /**
   * Uses the code up if it is the right one, and counts a try if it is not: one statement, so that
   * of two who know it one gets in.
   *
   * @return whether it was right; nothing when there is no code that could still be used
   */
  Optional<Boolean> redeem(TenantId tenant, String id, String code, Instant now, int tries) {
    List<byte[]> right = digests.candidates(tenant.value(), COLUMN, id + code);
    byte[] first = right.getFirst();
    byte[] older = right.getLast();
    return db.find(
        tenant,
        """
        update verification_codes set
          consumed_at = case when code_hash in (?, ?) then ?::timestamptz end,
          tries = tries + case when code_hash in (?, ?) then 0 else 1 end
        where tenant_id = ? and id = ? and consumed_at is null and expires_at > ? and tries < ?
        returning consumed_at is not null as accepted
        """,
        row -> row.flag("accepted"),
        first,
        older,
        now,
        first,
        older,
        tenant,
        id,
        now,
        tries);
  }

  /** Why there was none: an unused code that is too old or was tried too often, or nothing. */
  Optional<Left> left(TenantId tenant, String id) {
    return db.find(
        tenant,
        """
        select tries, expires_at from verification_codes
        where tenant_id = ? and id = ? and consumed_at is null
        """,
        row -> new Left(row.integer("tries"), row.instant("expires_at")),
        tenant,
        id);
  }

  private static String key(Identifier to) {
    return to.type() == IdentifierType.EMAIL
        ? UserKeys.email(to.value())
        : UserKeys.phone(to.value());
  }
}
