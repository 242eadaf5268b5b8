package io.gatehouse.access.detail;

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
import java.util.List;
import java.util.Optional;

/** Types of authorization details in the database. */
@Singleton
class DetailTypeStore {
  private final Db db;

  DetailTypeStore(Db db) {
    this.db = db;
  }

  Slice<DetailType> list(TenantId tenant, Page page) {
    return new ListQuery(
            "*", "authorization_detail_types", Where.of("tenant_id = ?", tenant), "type")
        .run(db, tenant, page, DetailTypeStore::type);
  }

  List<DetailType> all(TenantId tenant) {
    return db.query(
        tenant,
        "select * from authorization_detail_types where tenant_id = ? order by type",
        DetailTypeStore::type,
        tenant);
  }

  Optional<DetailType> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from authorization_detail_types where tenant_id = ? and id = ?",
        DetailTypeStore::type,
        tenant,
        id);
  }

  /** False when the tenant has as many as it may. */
  boolean insert(TenantId tenant, DetailType type, int most) {
    return db.update(
            tenant,
            """
            insert into authorization_detail_types (tenant_id, id, type, display_name, resource, fields, created_at)
            select ?, ?, ?, ?, ?, ?, ? where (select count(*) from authorization_detail_types where tenant_id = ?) < ?
            """,
            tenant,
            type.id(),
            type.type(),
            type.displayName(),
            type.resource(),
            new Jsonb(JsonCodec.text(type.fields())),
            type.createdAt(),
            tenant,
            most)
        == 1;
  }

  boolean replace(TenantId tenant, DetailType type) {
    return db.update(
            tenant,
            """
            update authorization_detail_types set type = ?, display_name = ?, resource = ?, fields = ?
            where tenant_id = ? and id = ?
            """,
            type.type(),
            type.displayName(),
            type.resource(),
            new Jsonb(JsonCodec.text(type.fields())),
            tenant,
            type.id())
        == 1;
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(
            tenant,
            "delete from authorization_detail_types where tenant_id = ? and id = ?",
            tenant,
            id)
        == 1;
  }

  private static DetailType type(Row row) throws SQLException {
    return new DetailType(
        row.text("id"),
        row.text("type"),
        row.text("display_name"),
        row.textOrNull("resource"),
        List.of(JsonCodec.read(row.text("fields"), DetailField[].class)),
        row.instant("created_at"));
  }
}
