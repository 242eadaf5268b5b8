package io.gatehouse.branding.profilefield;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form.
 *
 * @param config what its type adds, such as the options of a selection
 * @param sieOrder its place in the form, the smallest first
 */
public record ProfileField(
    TenantId tenantId,
    String id,
    String name,
    FieldType type,
    String label,
    @Nullable String description,
    boolean required,
    ObjectNode config,
    Instant createdAt,
    int sieOrder) {

  /** From a row that holds the table's columns under their names. */
  static ProfileField of(Row row) throws SQLException {
    return new ProfileField(
        new TenantId(row.text("tenant_id")),
        row.text("id"),
        row.text("name"),
        FieldType.valueOf(row.text("type")),
        row.text("label"),
        row.textOrNull("description"),
        row.flag("required"),
        (ObjectNode) JsonCodec.tree(row.text("config")),
        row.instant("created_at"),
        row.integer("sie_order"));
  }
}
