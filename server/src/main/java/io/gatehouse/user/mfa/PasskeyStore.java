package io.gatehouse.user.mfa;

import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Passkeys in the database. */
@Singleton
class PasskeyStore {
  private final Db db;

  PasskeyStore(Db db) {
    this.db = db;
  }

  List<OwnedPasskey> of(TenantId tenant, String userId, String relyingParty) {
    return db.query(
        tenant,
        """
        select * from user_mfa_factors
        where tenant_id = ? and user_id = ? and type = 'WebAuthn' and relying_party = ?
        order by created_at, id
        """,
        PasskeyStore::owned,
        tenant,
        userId,
        relyingParty);
  }

  Optional<OwnedPasskey> find(TenantId tenant, String relyingParty, String credentialId) {
    return db.find(
        tenant,
        "select * from user_mfa_factors where tenant_id = ? and relying_party = ? and credential_id = ?",
        PasskeyStore::owned,
        tenant,
        relyingParty,
        bytes(credentialId));
  }

  /**
   * Takes over what the authenticator told, if it has counted on since; some never count.
   *
   * <p>Source: [Web Authentication §6.1.1](https://www.w3.org/TR/webauthn-3/#sctn-sign-counter)
   */
  boolean use(TenantId tenant, String id, Passkey.Use use, Instant now) {
    return db.update(
            tenant,
            """
            update user_mfa_factors set sign_count = ?, backed_up = ?, last_used_at = ?
            where tenant_id = ? and id = ? and type = 'WebAuthn' and (sign_count < ? or (sign_count = 0 and ? = 0))
            """,
            use.signCount(),
            use.backedUp(),
            now,
            tenant,
            id,
            use.signCount(),
            use.signCount())
        == 1;
  }

  void insert(TenantId tenant, String id, String userId, NewPasskey made, Instant now) {
    Passkey passkey = made.passkey();
    db.update(
        tenant,
        """
        insert into user_mfa_factors (tenant_id, id, user_id, type, name, agent, credential_id, public_key, sign_count,
          transports, backup_eligible, backed_up, relying_party, created_at)
        values (?, ?, ?, 'WebAuthn', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        id,
        userId,
        made.name(),
        made.agent(),
        bytes(passkey.id()),
        bytes(passkey.publicKey()),
        passkey.signCount(),
        passkey.transports(),
        passkey.backupEligible(),
        passkey.backedUp(),
        made.relyingParty(),
        now);
  }

  private static OwnedPasskey owned(Row row) throws SQLException {
    return new OwnedPasskey(
        row.text("id"),
        row.text("user_id"),
        new Passkey(
            text(row.bytes("credential_id")),
            text(row.bytes("public_key")),
            row.number("sign_count"),
            row.texts("transports"),
            row.flag("backup_eligible"),
            row.flag("backed_up")));
  }

  private static byte[] bytes(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
