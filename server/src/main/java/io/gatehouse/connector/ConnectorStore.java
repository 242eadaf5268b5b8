package io.gatehouse.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Connectors in the database. A row whose factory is not installed is invisible. */
@Singleton
class ConnectorStore {
  private final Db db;
  private final Sealer sealer;
  private final Factories factories;

  ConnectorStore(Db db, Sealer sealer, Factories factories) {
    this.db = db;
    this.sealer = sealer;
    this.factories = factories;
  }

  List<ConnectorInstance> all(TenantId tenant) {
    return db
        .query(
            tenant,
            "select * from connectors where tenant_id = ? order by id",
            row -> instance(tenant, row),
            tenant)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  void insert(TenantId tenant, ConnectorInstance made) {
    db.update(
        tenant,
        """
        insert into connectors (tenant_id, id, connector_id, config, metadata, sync_profile, enable_token_storage, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        made.id(),
        made.factory().metadata().id(),
        sealed(tenant, made),
        new Jsonb(made.metadata().toString()),
        made.syncProfile(),
        made.enableTokenStorage(),
        made.createdAt());
  }

  boolean update(TenantId tenant, ConnectorInstance changed) {
    return db.update(
            tenant,
            """
            update connectors set config = ?, metadata = ?, sync_profile = ?, enable_token_storage = ?
            where tenant_id = ? and id = ?
            """,
            sealed(tenant, changed),
            new Jsonb(changed.metadata().toString()),
            changed.syncProfile(),
            changed.enableTokenStorage(),
            tenant,
            changed.id())
        == 1;
  }

  /** Also rows without a factory can be deleted. */
  boolean delete(TenantId tenant, String id) {
    return db.update(tenant, "delete from connectors where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }

  /** Deletes what was made from these factories, except one instance. */
  void deleteOthers(TenantId tenant, Collection<String> factoryIds, String except) {
    db.update(
        tenant,
        "delete from connectors where tenant_id = ? and connector_id = any (?) and id <> ?",
        tenant,
        factoryIds,
        except);
  }

  private Optional<ConnectorInstance> instance(TenantId tenant, Row row) throws SQLException {
    var factory = factories.find(row.text("connector_id"));
    if (factory.isEmpty()) {
      return Optional.empty();
    }
    String id = row.text("id");
    byte[] config = sealer.open(row.bytes("config"), place(tenant, id));
    return Optional.of(
        new ConnectorInstance(
            id,
            factory.get(),
            (ObjectNode) JsonCodec.tree(new String(config, UTF_8)),
            (ObjectNode) JsonCodec.tree(row.text("metadata")),
            row.flag("sync_profile"),
            row.flag("enable_token_storage"),
            row.instant("created_at")));
  }

  private byte[] sealed(TenantId tenant, ConnectorInstance instance) {
    return sealer.seal(instance.config().toString().getBytes(UTF_8), place(tenant, instance.id()));
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), "connectors.config", id);
  }
}
