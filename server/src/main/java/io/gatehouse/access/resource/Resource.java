package io.gatehouse.access.resource;

import io.gatehouse.access.ManagementApis;
import io.gatehouse.access.ResourceId;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;

/**
 * An API that access tokens can be made for.
 *
 * @param indicator what clients ask for, and the audience of the tokens
 * @param isDefault whether it is meant when a client names none
 * @param accessTokenTtl in seconds
 */
public record Resource(
    TenantId tenantId,
    ResourceId id,
    String name,
    String indicator,
    boolean isDefault,
    long accessTokenTtl) {

  /** From a row that holds the table's columns under their names. */
  static Resource of(Row row) throws SQLException {
    return new Resource(
        new TenantId(row.text("tenant_id")),
        new ResourceId(row.text("id")),
        row.text("name"),
        row.text("indicator"),
        row.flag("is_default"),
        row.number("access_token_ttl"));
  }

  /** Whether it stands for a Management API. */
  boolean managesTenant() {
    return ManagementApis.includes(indicator);
  }
}
