package io.gatehouse.organization.role;

import io.gatehouse.access.role.RoleType;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Scopes under one name, for members of an organization. */
public record OrganizationRole(
    TenantId tenantId,
    OrganizationRoleId id,
    String name,
    @Nullable String description,
    RoleType type) {

  /** From a row that holds the table's columns under their names. */
  public static OrganizationRole of(Row row) throws SQLException {
    return new OrganizationRole(
        new TenantId(row.text("tenant_id")),
        new OrganizationRoleId(row.text("id")),
        row.text("name"),
        row.textOrNull("description"),
        RoleType.valueOf(row.text("type")));
  }
}
