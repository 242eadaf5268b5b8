package io.gatehouse.organization.jit;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;

/** A domain whose people join an organization; it is compared without regard to case. */
record EmailDomain(TenantId tenantId, OrganizationId organizationId, String emailDomain) {

  static EmailDomain of(Row row) throws SQLException {
    return new EmailDomain(
        new TenantId(row.text("tenant_id")),
        new OrganizationId(row.text("organization_id")),
        row.text("email_domain"));
  }
}
