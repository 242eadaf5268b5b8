package io.gatehouse.audit.log;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The log in the database. */
@Singleton
class LogStore {
  private static final String INSERT =
      """
      insert into logs (tenant_id, id, key, payload, user_id, application_id, hook_id, created_at)
      select ?, r.id, r.key, r.payload, r.user_id, r.application_id,
        case when starts_with(r.key, 'TriggerHook.') then r.payload ->> 'hookId' end, timestamptz 'epoch' + r.at * interval '1 microsecond'
      from jsonb_to_recordset(?::jsonb) as r (id text, key text, payload jsonb, user_id text, application_id text, at bigint)
      """;

  private final Db db;

  LogStore(Db db) {
    this.db = db;
  }

  /** A row to be written. */
  record NewRow(LogEntry entry, ObjectNode payload, Instant at) {}

  /** Writes any number of rows with one statement. */
  void insert(TenantId tenant, List<NewRow> rows) {
    db.update(tenant, INSERT, tenant, document(rows));
  }

  /** The same for rows that a crash may lose. */
  void append(TenantId tenant, List<NewRow> rows) {
    db.updateInHaste(tenant, INSERT, tenant, document(rows));
  }

  private static Jsonb document(List<NewRow> rows) {
    ArrayNode document = JsonCodec.mapper().createArrayNode();
    for (NewRow row : rows) {
      document
          .addObject()
          .put("id", Ids.timedId(row.at()))
          .put("key", row.entry().key())
          .put("user_id", row.entry().userId())
          .put("application_id", row.entry().applicationId())
          .put("at", ChronoUnit.MICROS.between(Instant.EPOCH, row.at()))
          .set("payload", row.payload());
    }
    return new Jsonb(document.toString());
  }

  void insertActive(TenantId tenant, Collection<String> days, Collection<String> userIds) {
    db.update(
        tenant,
        """
        insert into active_users (tenant_id, day, user_id)
        select distinct ?, a.day::date, a.user_id from unnest(?, ?) as a (day, user_id)
        on conflict do nothing
        """,
        tenant,
        days,
        userIds);
  }

  Optional<Log> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select tenant_id, id, key, payload, created_at from logs where tenant_id = ? and id = ?",
        LogStore::log,
        tenant,
        id);
  }

  Slice<Log> list(TenantId tenant, LogFilter filter, Page page) {
    Where where =
        Where.of("tenant_id = ?", tenant)
            .andIf(filter.userId(), "user_id = ?")
            .andIf(filter.applicationId(), "application_id = ?")
            .andIf(filter.key(), "key = ?")
            .andIf(filter.from(), "created_at >= ?")
            .andIf(filter.until(), "created_at < ?");
    if (filter.key().isEmpty()) {
      where.and("key like any (?)", LogFilter.LISTED.stream().map(start -> start + "%").toList());
    }
    long most = filter.capped() ? LogFilter.CAP + 1L : Long.MAX_VALUE;
    return new ListQuery(
            "tenant_id, id, key, payload, created_at", "logs", where, "created_at desc, id desc")
        .run(db, tenant, page, most, LogStore::log);
  }

  /** The newest row of each application that has one; an index answers. */
  List<ApplicationUse> lastUses(TenantId tenant, List<String> applicationIds) {
    return db.query(
        tenant,
        """
        select a.id, l.created_at from unnest(?) as a (id)
        cross join lateral (
          select created_at from logs where tenant_id = ? and application_id = a.id
          order by created_at desc limit 1) l
        """,
        row -> new ApplicationUse(row.text("id"), row.instant("created_at")),
        applicationIds,
        tenant);
  }

  private static Log log(Row row) throws SQLException {
    return new Log(
        new TenantId(row.text("tenant_id")),
        row.text("id"),
        row.text("key"),
        JsonCodec.tree(row.text("payload")),
        row.instant("created_at"));
  }
}
