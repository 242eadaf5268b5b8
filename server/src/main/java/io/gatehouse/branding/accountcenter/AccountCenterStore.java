package io.gatehouse.branding.accountcenter;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The account center's settings in the database. */
@Singleton
class AccountCenterStore {
  private final Db db;

  AccountCenterStore(Db db) {
    this.db = db;
  }

  Optional<AccountCenter> find(TenantId tenant) {
    return db.find(
        tenant, "select * from account_centers where tenant_id = ?", AccountCenter::of, tenant);
  }

  /** Reads the row and keeps others from changing it until the transaction ends. */
  Optional<AccountCenter> lock(TenantId tenant) {
    return db.find(
        tenant,
        "select * from account_centers where tenant_id = ? for update",
        AccountCenter::of,
        tenant);
  }

  void update(AccountCenter center) {
    db.update(
        center.tenantId(),
        """
        update account_centers
        set enabled = ?, fields = ?, webauthn_related_origins = ?, delete_account_url = ?, custom_css = ?,
          profile_fields = ?
        where tenant_id = ?
        """,
        center.enabled(),
        new Jsonb(JsonCodec.text(center.fields())),
        center.webauthnRelatedOrigins(),
        center.deleteAccountUrl(),
        center.customCss(),
        center.profileFields() == null ? null : new Jsonb(JsonCodec.text(center.profileFields())),
        center.tenantId());
  }
}
