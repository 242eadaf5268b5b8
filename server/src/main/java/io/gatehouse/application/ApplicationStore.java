package io.gatehouse.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applications and their secrets in the database. */
@Singleton
class ApplicationStore {
  private final Db db;
  private final Sealer sealer;

  ApplicationStore(Db db, Sealer sealer) {
    this.db = db;
    this.sealer = sealer;
  }

  Optional<Application> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from applications where tenant_id = ? and id = ?",
        Application::of,
        tenant,
        id);
  }

  /** Whether one of the house returns to the address, or to one below the origin. */
  boolean receiveAt(TenantId tenant, String address, @Nullable String origin) {
    return db.one(
        tenant,
        """
        select exists (
          select from applications a, jsonb_array_elements_text(
            coalesce(a.oidc_client_metadata -> 'redirectUris', '[]')
              || coalesce(a.oidc_client_metadata -> 'postLogoutRedirectUris', '[]')) registered (uri)
          where a.tenant_id = ? and not a.is_third_party
            and (uri = ? or uri = ? or starts_with(uri, ?::text || '/'))) as found
        """,
        row -> row.flag("found"),
        tenant,
        address,
        origin,
        origin);
  }

  /** The same, kept from other changes until the end of the transaction. */
  Optional<Application> lock(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from applications where tenant_id = ? and id = ? for update",
        Application::of,
        tenant,
        id);
  }

  void insert(TenantId tenant, Application application) {
    db.update(
        tenant,
        """
        insert into applications (tenant_id, id, name, description, type, oidc_client_metadata, custom_client_metadata,
          protected_app_metadata, custom_data, is_third_party, access_control_enabled, strict_oidc, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        application.id(),
        application.name(),
        application.description(),
        application.type().name(),
        new Jsonb(JsonCodec.text(application.oidcClientMetadata())),
        new Jsonb(JsonCodec.text(application.customClientMetadata())),
        json(application.protectedAppMetadata()),
        new Jsonb(application.customData().toString()),
        application.thirdParty(),
        application.accessControlEnabled(),
        application.strictOidc(),
        application.createdAt());
  }

  /** Whether a protected application is reached at this host. */
  boolean hasHost(TenantId tenant, String host) {
    return db.find(
            tenant,
            "select 1 as one from applications where tenant_id = ? and type = ? and protected_app_metadata ->> 'host' = ? limit 1",
            row -> true,
            tenant,
            ApplicationType.Protected.name(),
            host)
        .isPresent();
  }

  /** Whether anybody would get in with access control on. */
  boolean hasAccessRules(TenantId tenant, String id) {
    return db.one(
        tenant,
        "select application_has_access_rules(?, ?) as found",
        row -> row.flag("found"),
        tenant,
        id);
  }

  /** Whether it is held to FAPI 2.0. */
  boolean heldToFapi(TenantId tenant, String id) {
    return db.one(
        tenant,
        """
        select exists (
          select from application_authentication where tenant_id = ? and application_id = ? and fapi) as held
        """,
        row -> row.flag("held"),
        tenant,
        id);
  }

  Slice<Application> list(TenantId tenant, ApplicationFilter filter, Page page) {
    Where where =
        Where.of("tenant_id = ?", tenant)
            .and("id <> all (?)", Application.builtInIds())
            .andIf(filter.thirdParty(), "is_third_party = ?")
            .andIf(
                filter.excludeRoleId(),
                "id not in (select r.application_id from application_roles r where r.role_id = ?)")
            .andIf(
                filter.excludeOrganizationId(),
                "id not in (select m.application_id from organization_applications m where m.organization_id = ?)")
            .matching(filter.search());
    if (!filter.types().isEmpty()) {
      where.and("type = any (?)", filter.types().stream().map(ApplicationType::name).toList());
    }
    return new ListQuery("*", "applications", where, "created_at desc, id")
        .run(db, tenant, page, Application::of);
  }

  /** The machine-to-machine applications that have a role. */
  Slice<Application> ofRole(TenantId tenant, RoleId role, Search search, Page page) {
    Where where =
        Where.of("tenant_id = ?", tenant)
            .and("type = ?", ApplicationType.MachineToMachine.name())
            .and(
                "id in (select r.application_id from application_roles r where r.role_id = ?)",
                role.value())
            .matching(search);
    return new ListQuery("*", "applications", where, "created_at, id")
        .run(db, tenant, page, Application::of);
  }

  /** Writes what can change of an application. */
  void update(TenantId tenant, Application application) {
    db.update(
        tenant,
        """
        update applications set name = ?, description = ?, oidc_client_metadata = ?, custom_client_metadata = ?,
          protected_app_metadata = ?, custom_data = ?, access_control_enabled = ?, strict_oidc = ?
        where tenant_id = ? and id = ?
        """,
        application.name(),
        application.description(),
        new Jsonb(JsonCodec.text(application.oidcClientMetadata())),
        new Jsonb(JsonCodec.text(application.customClientMetadata())),
        json(application.protectedAppMetadata()),
        new Jsonb(application.customData().toString()),
        application.accessControlEnabled(),
        application.strictOidc(),
        tenant,
        application.id());
  }

  /** Lays members over the custom data, and answers the whole of it. */
  Optional<JsonNode> mergeCustomData(TenantId tenant, String id, ObjectNode members) {
    return db.find(
        tenant,
        "update applications set custom_data = custom_data || ? where tenant_id = ? and id = ? returning custom_data",
        row -> JsonCodec.tree(row.text("custom_data")),
        new Jsonb(members.toString()),
        tenant,
        id);
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(tenant, "delete from applications where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }

  List<ApplicationSecret> secrets(TenantId tenant, String applicationId) {
    return db.query(
        tenant,
        "select * from application_secrets where tenant_id = ? and application_id = ? order by created_at, name",
        row -> secret(tenant, applicationId, row),
        tenant,
        applicationId);
  }

  void insertSecret(TenantId tenant, String applicationId, ApplicationSecret secret) {
    db.update(
        tenant,
        "insert into application_secrets (tenant_id, application_id, name, value, created_at, expires_at) values (?, ?, ?, ?, ?, ?)",
        tenant,
        applicationId,
        secret.name(),
        sealer.seal(secret.value().getBytes(UTF_8), place(tenant, applicationId)),
        secret.createdAt(),
        secret.expiresAt());
  }

  boolean renameSecret(TenantId tenant, String applicationId, String name, String newName) {
    return db.update(
            tenant,
            "update application_secrets set name = ? where tenant_id = ? and application_id = ? and name = ?",
            newName,
            tenant,
            applicationId,
            name)
        == 1;
  }

  boolean deleteSecret(TenantId tenant, String applicationId, String name) {
    return db.update(
            tenant,
            "delete from application_secrets where tenant_id = ? and application_id = ? and name = ?",
            tenant,
            applicationId,
            name)
        == 1;
  }

  private static @Nullable Jsonb json(@Nullable JsonNode node) {
    return node == null ? null : new Jsonb(node.toString());
  }

  private ApplicationSecret secret(TenantId tenant, String applicationId, Row row)
      throws SQLException {
    byte[] value = sealer.open(row.bytes("value"), place(tenant, applicationId));
    return new ApplicationSecret(
        row.text("name"),
        new String(value, UTF_8),
        row.instant("created_at"),
        row.instantOrNull("expires_at"));
  }

  private static Seal place(TenantId tenant, String applicationId) {
    return new Seal(tenant.value(), "application_secrets.value", applicationId);
  }
}
