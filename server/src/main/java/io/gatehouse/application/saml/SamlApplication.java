package io.gatehouse.application.saml;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service provider, as the API answers it. */
public record SamlApplication(
    TenantId tenantId,
    String id,
    String name,
    @Nullable String description,
    ApplicationType type,
    JsonNode customData,
    boolean isThirdParty,
    boolean appLevelAccessControlEnabled,
    Instant createdAt,
    @JsonUnwrapped SamlConfig config) {

  /** From a row of an application with its configuration. */
  @SuppressWarnings("unchecked")
  static SamlApplication of(Row row) throws SQLException {
    String acsUrl = row.textOrNull("acs_url");
    String encryption = row.textOrNull("encryption");
    return new SamlApplication(
        new TenantId(row.text("tenant_id")),
        row.text("id"),
        row.text("name"),
        row.textOrNull("description"),
        ApplicationType.valueOf(row.text("type")),
        JsonCodec.tree(row.text("custom_data")),
        row.flag("is_third_party"),
        row.flag("access_control_enabled"),
        row.instant("created_at"),
        new SamlConfig(
            JsonCodec.read(row.text("attribute_mapping"), Map.class),
            row.textOrNull("entity_id"),
            acsUrl == null ? null : JsonCodec.read(acsUrl, SamlConfig.AcsUrl.class),
            encryption == null ? null : JsonCodec.read(encryption, SamlConfig.Encryption.class),
            NameIdFormat.of(row.text("name_id_format"))));
  }

  SamlApplication with(SamlApplicationInput.Patch patch, JsonNode mergedData) {
    return new SamlApplication(
        tenantId,
        id,
        patch.name() == null ? name : patch.name(),
        patch.description().applyTo(description),
        type,
        mergedData,
        isThirdParty,
        patch.appLevelAccessControlEnabled() == null
            ? appLevelAccessControlEnabled
            : patch.appLevelAccessControlEnabled(),
        createdAt,
        patch.applyTo(config));
  }
}
