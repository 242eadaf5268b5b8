package io.gatehouse.platform.saml.key;

import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** The statements of a table of signing keys, of which each owner has at most one active. */
public abstract class CertifiedKeyStore {
  private final Db db;
  private final Sealer sealer;
  private final String table;
  private final String ownerColumn;

  /** For the keys in a table, whose owner a column names. */
  protected CertifiedKeyStore(Db db, Sealer sealer, String table, String ownerColumn) {
    this.db = db;
    this.sealer = sealer;
    this.table = table;
    this.ownerColumn = ownerColumn;
  }

  public final List<CertifiedKey> list(TenantId tenant, String owner) {
    return db.query(
        tenant,
        statement(
            "select * from {keys} where tenant_id = ? and {owner} = ? order by created_at, id"),
        CertifiedKey::of,
        tenant,
        owner);
  }

  public final Optional<CertifiedKey> find(TenantId tenant, String owner, String id) {
    return db.find(
        tenant,
        statement("select * from {keys} where tenant_id = ? and {owner} = ? and id = ?"),
        CertifiedKey::of,
        tenant,
        owner,
        id);
  }

  public final Optional<CertifiedKey> active(TenantId tenant, String owner) {
    return db.find(
        tenant,
        statement("select * from {keys} where tenant_id = ? and {owner} = ? and active"),
        CertifiedKey::of,
        tenant,
        owner);
  }

  /** What the active key signs with. */
  public final Optional<SigningCertificate> signing(TenantId tenant, String owner) {
    return db.find(
        tenant,
        statement(
            """
            select id, certificate, private_key from {keys}
            where tenant_id = ? and {owner} = ? and active
            """),
        row ->
            new SigningCertificate(
                row.text("certificate"),
                sealer.open(row.bytes("private_key"), place(tenant, row.text("id")))),
        tenant,
        owner);
  }

  /** Keeps a key; an active one takes the place of the one before. Belongs into a transaction. */
  public final CertifiedKey insert(TenantId tenant, String owner, NewKey made) {
    CertifiedKey key = made.shown();
    if (key.active()) {
      deactivate(tenant, owner);
    }
    return db.one(
        tenant,
        statement(
            """
            insert into {keys}
              (tenant_id, {owner}, id, certificate, private_key, active, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            returning *
            """),
        CertifiedKey::of,
        tenant,
        owner,
        key.id(),
        key.certificate(),
        sealer.seal(made.certificate().privateKey(), place(tenant, key.id())),
        key.active(),
        key.createdAt(),
        key.expiresAt());
  }

  /** Lets a key sign instead of the others, or no longer. Belongs into a transaction. */
  public final Optional<CertifiedKey> setActive(
      TenantId tenant, String owner, String id, boolean active) {
    if (active) {
      deactivate(tenant, owner);
    }
    return db.find(
        tenant,
        statement(
            """
            update {keys} set active = ? where tenant_id = ? and {owner} = ? and id = ?
            returning *
            """),
        CertifiedKey::of,
        active,
        tenant,
        owner,
        id);
  }

  /** Deletes a key that is not active. */
  public final boolean delete(TenantId tenant, String owner, String id) {
    return db.update(
            tenant,
            statement(
                """
                delete from {keys}
                where tenant_id = ? and {owner} = ? and id = ? and not active
                """),
            tenant,
            owner,
            id)
        == 1;
  }

  private void deactivate(TenantId tenant, String owner) {
    db.update(
        tenant,
        statement(
            "update {keys} set active = false where tenant_id = ? and {owner} = ? and active"),
        tenant,
        owner);
  }

  private Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), table + ".private_key", id);
  }

  private String statement(String text) {
    return text.replace("{keys}", table).replace("{owner}", ownerColumn);
  }
}
