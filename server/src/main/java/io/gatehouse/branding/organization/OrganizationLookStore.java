package io.gatehouse.branding.organization;

import io.gatehouse.branding.Looks;
import io.gatehouse.branding.application.ApplicationExperience;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads how organizations look from the database. */
@Singleton
class OrganizationLookStore {
  private final Db db;

  OrganizationLookStore(Db db) {
    this.db = db;
  }

  Optional<OrganizationLook> find(TenantId tenant, String organizationId) {
    return db.find(
        tenant,
        "select color, branding, custom_css from organizations where tenant_id = ? and id = ?",
        row ->
            new OrganizationLook(
                JsonCodec.read(row.text("color"), ApplicationExperience.Color.class),
                JsonCodec.read(row.text("branding"), Looks.Branding.class),
                row.textOrNull("custom_css")),
        tenant,
        organizationId);
  }
}
