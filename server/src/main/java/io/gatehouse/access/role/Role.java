package io.gatehouse.access.role;

import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;

/**
 * Scopes under one name.
 *
 * @param isDefault whether new users get it; without effect for machines
 */
public record Role(
    TenantId tenantId,
    RoleId id,
    String name,
    String description,
    RoleType type,
    boolean isDefault) {

  /** From a row that holds the table's columns under their names. */
  public static Role of(Row row) throws SQLException {
    return new Role(
        new TenantId(row.text("tenant_id")),
        new RoleId(row.text("id")),
        row.text("name"),
        row.text("description"),
        RoleType.valueOf(row.text("type")),
        row.flag("is_default"));
  }
}
