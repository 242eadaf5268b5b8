package io.gatehouse.access.scope;

import io.gatehouse.access.ResourceId;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that an API lets its callers do. */
public record Scope(
    TenantId tenantId,
    ScopeId id,
    ResourceId resourceId,
    String name,
    @Nullable String description,
    Instant createdAt) {

  /** From a row that holds the table's columns under their names. */
  public static Scope of(Row row) throws SQLException {
    return new Scope(
        new TenantId(row.text("tenant_id")),
        new ScopeId(row.text("id")),
        new ResourceId(row.text("resource_id")),
        row.text("name"),
        row.textOrNull("description"),
        row.instant("created_at"));
  }
}
