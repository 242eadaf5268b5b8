package io.gatehouse.organization.scope;

import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One thing that members may do in an organization. */
public record OrganizationScope(
    TenantId tenantId, OrganizationScopeId id, String name, @Nullable String description) {

  /** From a row that holds the table's columns under their names. */
  public static OrganizationScope of(Row row) throws SQLException {
    return new OrganizationScope(
        new TenantId(row.text("tenant_id")),
        new OrganizationScopeId(row.text("id")),
        row.text("name"),
        row.textOrNull("description"));
  }
}
