package io.gatehouse.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group of people and machines.
 *
 * @param isMfaRequired whether only members with a second factor get its tokens
 * @param isTrustedDeviceAllowed false where no browser that a member trusts spares them that
 *     factor; null elsewhere
 */
public record Organization(
    TenantId tenantId,
    OrganizationId id,
    String name,
    @Nullable String description,
    JsonNode customData,
    boolean isMfaRequired,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean isTrustedDeviceAllowed,
    OrganizationLook.Color color,
    OrganizationLook.Branding branding,
    @Nullable String customCss,
    Instant createdAt) {

  /** Clients that know nothing of trusted devices get no word of them where they are allowed. */
  public Organization {
    isTrustedDeviceAllowed = Boolean.FALSE.equals(isTrustedDeviceAllowed) ? false : null;
  }

  /** From a row that holds the table's columns under their names. */
  public static Organization of(Row row) throws SQLException {
    return new Organization(
        new TenantId(row.text("tenant_id")),
        new OrganizationId(row.text("id")),
        row.text("name"),
        row.textOrNull("description"),
        JsonCodec.tree(row.text("custom_data")),
        row.flag("is_mfa_required"),
        row.flag("is_trusted_device_allowed"),
        JsonCodec.read(row.text("color"), OrganizationLook.Color.class),
        JsonCodec.read(row.text("branding"), OrganizationLook.Branding.class),
        row.textOrNull("custom_css"),
        row.instant("created_at"));
  }
}
