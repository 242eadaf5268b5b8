package io.gatehouse.enterprise.key;

import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signing keys of connectors in the database. */
@Singleton
class SigningKeyStore {
  private final Db db;
  private final Sealer sealer;

  SigningKeyStore(Db db, Sealer sealer) {
    this.db = db;
    this.sealer = sealer;
  }

  List<SigningKeyRow> list(TenantId tenant, String connector) {
    return db.query(
        tenant,
        """
        select * from sso_signing_keys where tenant_id = ? and connector_id = ? order by created_at, id
        """,
        SigningKeyRow::of,
        tenant,
        connector);
  }

  Optional<SigningKeyRow> find(TenantId tenant, String connector, String id) {
    return db.find(
        tenant,
        "select * from sso_signing_keys where tenant_id = ? and connector_id = ? and id = ?",
        SigningKeyRow::of,
        tenant,
        connector,
        id);
  }

  boolean hasActive(TenantId tenant, String connector) {
    return db.one(
        tenant,
        """
        select exists (
          select from sso_signing_keys where tenant_id = ? and connector_id = ? and active) as found
        """,
        row -> row.flag("found"),
        tenant,
        connector);
  }

  Optional<SigningCertificate> active(TenantId tenant, String connector) {
    return db.find(
        tenant,
        "select * from sso_signing_keys where tenant_id = ? and connector_id = ? and active",
        row ->
            new SigningCertificate(
                row.text("certificate"),
                sealer.open(row.bytes("private_key"), place(tenant, row.text("id")))),
        tenant,
        connector);
  }

  void deactivateAll(TenantId tenant, String connector) {
    db.update(
        tenant,
        "update sso_signing_keys set active = false where tenant_id = ? and connector_id = ? and active",
        tenant,
        connector);
  }

  SigningKeyRow insert(
      TenantId tenant,
      String connector,
      String id,
      SigningCertificate made,
      boolean active,
      Instant now,
      Instant expires) {
    return db.one(
        tenant,
        """
        insert into sso_signing_keys
          (tenant_id, connector_id, id, certificate, private_key, active, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        returning *
        """,
        SigningKeyRow::of,
        tenant,
        connector,
        id,
        made.certificate(),
        sealer.seal(made.privateKey(), place(tenant, id)),
        active,
        now,
        expires);
  }

  Optional<SigningKeyRow> setActive(TenantId tenant, String connector, String id, boolean active) {
    return db.find(
        tenant,
        """
        update sso_signing_keys set active = ? where tenant_id = ? and connector_id = ? and id = ?
        returning *
        """,
        SigningKeyRow::of,
        active,
        tenant,
        connector,
        id);
  }

  /** Deletes a key that is not active. */
  boolean delete(TenantId tenant, String connector, String id) {
    return db.update(
            tenant,
            """
            delete from sso_signing_keys
            where tenant_id = ? and connector_id = ? and id = ? and not active
            """,
            tenant,
            connector,
            id)
        == 1;
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), "sso_signing_keys.private_key", id);
  }
}
