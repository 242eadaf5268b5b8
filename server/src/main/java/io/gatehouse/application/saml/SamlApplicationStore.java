package io.gatehouse.application.saml;

import io.gatehouse.application.ApplicationType;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SAML applications in the database. */
@Singleton
class SamlApplicationStore {
  private final Db db;

  SamlApplicationStore(Db db) {
    this.db = db;
  }

  Optional<ApplicationType> type(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select type from applications where tenant_id = ? and id = ?",
        row -> ApplicationType.valueOf(row.text("type")),
        tenant,
        id);
  }

  Optional<SamlApplication> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        """
        select a.*, c.attribute_mapping, c.entity_id, c.acs_url, c.encryption, c.name_id_format
        from applications a
          join saml_application_configs c on c.tenant_id = a.tenant_id and c.application_id = a.id
        where a.tenant_id = ? and a.id = ? and a.type = 'SAML'
        """,
        SamlApplication::of,
        tenant,
        id);
  }

  /** Adds the application with its only redirect address, and its configuration. */
  void insert(SamlApplication made, String redirectUri) {
    db.update(
        made.tenantId(),
        """
        insert into applications (tenant_id, id, name, description, type, oidc_client_metadata, custom_data, created_at)
        values (?, ?, ?, ?, 'SAML',
          jsonb_build_object('redirectUris', jsonb_build_array(?::text), 'postLogoutRedirectUris', '[]'::jsonb), ?, ?)
        """,
        made.tenantId(),
        made.id(),
        made.name(),
        made.description(),
        redirectUri,
        new Jsonb(made.customData().toString()),
        made.createdAt());
    SamlConfig config = made.config();
    db.update(
        made.tenantId(),
        """
        insert into saml_application_configs
          (tenant_id, application_id, attribute_mapping, entity_id, acs_url, encryption, name_id_format)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        made.tenantId(),
        made.id(),
        new Jsonb(JsonCodec.text(config.attributeMapping())),
        config.entityId(),
        json(config.acsUrl()),
        json(config.encryption()),
        config.nameIdFormat().urn());
  }

  void update(SamlApplication changed) {
    db.update(
        changed.tenantId(),
        """
        update applications set name = ?, description = ?, custom_data = ?, access_control_enabled = ?
        where tenant_id = ? and id = ?
        """,
        changed.name(),
        changed.description(),
        new Jsonb(changed.customData().toString()),
        changed.appLevelAccessControlEnabled(),
        changed.tenantId(),
        changed.id());
    SamlConfig config = changed.config();
    db.update(
        changed.tenantId(),
        """
        update saml_application_configs
        set attribute_mapping = ?, entity_id = ?, acs_url = ?, encryption = ?, name_id_format = ?
        where tenant_id = ? and application_id = ?
        """,
        new Jsonb(JsonCodec.text(config.attributeMapping())),
        config.entityId(),
        json(config.acsUrl()),
        json(config.encryption()),
        config.nameIdFormat().urn(),
        changed.tenantId(),
        changed.id());
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(
            tenant,
            "delete from applications where tenant_id = ? and id = ? and type = 'SAML'",
            tenant,
            id)
        == 1;
  }

  private static @Nullable Jsonb json(@Nullable Object value) {
    return value == null ? null : new Jsonb(JsonCodec.text(value));
  }
}
