package io.gatehouse.enterprise;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connectors of enterprise single sign-on in the database. */
@Singleton
class SsoConnectorStore {
  private final Db db;
  private final Sealer sealer;

  SsoConnectorStore(Db db, Sealer sealer) {
    this.db = db;
    this.sealer = sealer;
  }

  Slice<SsoConnector> list(TenantId tenant, Page page) {
    return new ListQuery(
            "c.*", "sso_connectors c", Where.of("c.tenant_id = ?", tenant), "c.created_at, c.id")
        .run(db, tenant, page, row -> connector(tenant, row));
  }

  /** Those through which people join an organization. */
  Slice<SsoConnector> ofOrganization(TenantId tenant, String organizationId, Page page) {
    return new ListQuery(
            "c.*",
            """
            organization_jit_sso_connectors j
              join sso_connectors c on c.tenant_id = j.tenant_id and c.id = j.sso_connector_id
            """,
            Where.of("j.tenant_id = ? and j.organization_id = ?", tenant, organizationId),
            "c.created_at, c.id")
        .run(db, tenant, page, row -> connector(tenant, row));
  }

  Optional<SsoConnector> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from sso_connectors where tenant_id = ? and id = ?",
        row -> connector(tenant, row),
        tenant,
        id);
  }

  /**
   * Whether a connector has this name.
   *
   * @param own the connector that may have it
   */
  boolean isTaken(TenantId tenant, String name, @Nullable String own) {
    return db.find(
            tenant,
            """
            select id from sso_connectors
            where tenant_id = ? and connector_name = ? and id is distinct from ?
            """,
            row -> row.text("id"),
            tenant,
            name,
            own)
        .isPresent();
  }

  void insert(SsoConnector made) {
    db.update(
        made.tenantId(),
        """
        insert into sso_connectors (tenant_id, id, provider_name, connector_name, config, domains, branding,
          sync_profile, enable_token_storage, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        made.tenantId(),
        made.id(),
        made.providerName(),
        made.connectorName(),
        sealed(made),
        made.domains(),
        new Jsonb(JsonCodec.text(made.branding())),
        made.syncProfile(),
        made.enableTokenStorage(),
        made.createdAt());
  }

  boolean update(SsoConnector changed) {
    return db.update(
            changed.tenantId(),
            """
            update sso_connectors
            set connector_name = ?, config = ?, domains = ?, branding = ?, sync_profile = ?,
              enable_token_storage = ?
            where tenant_id = ? and id = ?
            """,
            changed.connectorName(),
            sealed(changed),
            changed.domains(),
            new Jsonb(JsonCodec.text(changed.branding())),
            changed.syncProfile(),
            changed.enableTokenStorage(),
            changed.tenantId(),
            changed.id())
        == 1;
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(
            tenant, "delete from sso_connectors where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }

  private SsoConnector connector(TenantId tenant, Row row) throws SQLException {
    String id = row.text("id");
    byte[] config = sealer.open(row.bytes("config"), place(tenant, id));
    return new SsoConnector(
        tenant,
        id,
        row.text("provider_name"),
        row.text("connector_name"),
        (ObjectNode) JsonCodec.tree(new String(config, UTF_8)),
        row.texts("domains"),
        JsonCodec.read(row.text("branding"), SsoConnector.Branding.class),
        row.flag("sync_profile"),
        row.flag("enable_token_storage"),
        row.instant("created_at"));
  }

  private byte[] sealed(SsoConnector connector) {
    return sealer.seal(
        connector.config().toString().getBytes(UTF_8), place(connector.tenantId(), connector.id()));
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), "sso_connectors.config", id);
  }
}
