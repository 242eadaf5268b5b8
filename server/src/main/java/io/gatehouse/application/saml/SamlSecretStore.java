package io.gatehouse.application.saml;

import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Secrets of SAML applications in the database. */
@Singleton
class SamlSecretStore {
  private final Db db;
  private final Sealer sealer;

  SamlSecretStore(Db db, Sealer sealer) {
    this.db = db;
    this.sealer = sealer;
  }

  List<SamlSecret> list(TenantId tenant, String application) {
    return db.query(
        tenant,
        """
        select * from saml_application_secrets where tenant_id = ? and application_id = ?
        order by created_at, id
        """,
        SamlSecret::of,
        tenant,
        application);
  }

  Optional<SamlSecret> find(TenantId tenant, String application, String id) {
    return db.find(
        tenant,
        "select * from saml_application_secrets where tenant_id = ? and application_id = ? and id = ?",
        SamlSecret::of,
        tenant,
        application,
        id);
  }

  Optional<SamlSecret> active(TenantId tenant, String application) {
    return db.find(
        tenant,
        "select * from saml_application_secrets where tenant_id = ? and application_id = ? and active",
        SamlSecret::of,
        tenant,
        application);
  }

  Optional<SigningCredential> credential(TenantId tenant, String application) {
    return db.find(
        tenant,
        """
        select id, certificate, private_key from saml_application_secrets
        where tenant_id = ? and application_id = ? and active
        """,
        row ->
            SigningCredential.of(
                sealer.open(row.bytes("private_key"), place(tenant, row.text("id"))),
                row.text("certificate")),
        tenant,
        application);
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), "saml_application_secrets.private_key", id);
  }

  SamlSecret insert(
      TenantId tenant, String application, SamlSecret secret, SigningCertificate made) {
    return db.one(
        tenant,
        """
        insert into saml_application_secrets
          (tenant_id, application_id, id, certificate, private_key, active, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        returning *
        """,
        SamlSecret::of,
        tenant,
        application,
        secret.id(),
        made.certificate(),
        sealer.seal(made.privateKey(), place(tenant, secret.id())),
        secret.active(),
        secret.createdAt(),
        secret.expiresAt());
  }

  void deactivateAll(TenantId tenant, String application) {
    db.update(
        tenant,
        """
        update saml_application_secrets set active = false
        where tenant_id = ? and application_id = ? and active
        """,
        tenant,
        application);
  }

  Optional<SamlSecret> setActive(TenantId tenant, String application, String id, boolean active) {
    return db.find(
        tenant,
        """
        update saml_application_secrets set active = ? where tenant_id = ? and application_id = ? and id = ?
        returning *
        """,
        SamlSecret::of,
        active,
        tenant,
        application,
        id);
  }

  /** Deletes a secret that is not active. */
  boolean delete(TenantId tenant, String application, String id) {
    return db.update(
            tenant,
            """
            delete from saml_application_secrets
            where tenant_id = ? and application_id = ? and id = ? and not active
            """,
            tenant,
            application,
            id)
        == 1;
  }
}
