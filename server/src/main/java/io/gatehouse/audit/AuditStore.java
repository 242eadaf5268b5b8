package io.gatehouse.audit;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Administrators' changes in the database. */
@Singleton
class AuditStore {
  private static final String ORDER = "created_at desc, id desc";

  private final Db db;

  AuditStore(Db db) {
    this.db = db;
  }

  void insert(TenantId tenant, Actor actor, AdminChange change, Instant now) {
    db.update(
        tenant,
        """
        insert into audit_records (tenant_id, id, actor, action, subject_type, subject_id, before, after, ip, request_id, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        Ids.standardId(),
        new Jsonb(
            JsonCodec.object().put("kind", actor.kind().name()).put("id", actor.id()).toString()),
        change.action(),
        change.subjectType(),
        change.subjectId(),
        json(change.before()),
        json(change.after()),
        actor.ip(),
        actor.requestId(),
        now);
  }

  Slice<AuditRecord> list(TenantId tenant, AuditFilter filter, Page page) {
    return new ListQuery("*", "audit_records", where(tenant, filter), ORDER)
        .run(db, tenant, page, AuditFilter.COUNTED + 1, AuditRecord::of);
  }

  /**
   * So many records, newest first.
   *
   * @param after where the records before ended, if there were any
   */
  List<AuditRecord> next(
      TenantId tenant, AuditFilter filter, @Nullable AuditPlace after, int count) {
    Where where = where(tenant, filter);
    if (after != null) {
      where.and("(created_at, id) < (?, ?)", after.createdAt(), after.id());
    }
    return db.query(
        tenant,
        "select * from audit_records where " + where.sql() + " order by " + ORDER + " limit ?",
        AuditRecord::of,
        where.arguments((long) count));
  }

  private static Where where(TenantId tenant, AuditFilter filter) {
    return Where.of("tenant_id = ?", tenant)
        .andIf(filter.actorId(), "actor ->> 'id' = ?")
        .andIf(filter.action(), "action = ?")
        .andIf(filter.subjectType(), "subject_type = ?")
        .andIf(filter.subjectId(), "subject_id = ?")
        .andIf(filter.from(), "created_at >= ?")
        .andIf(filter.until(), "created_at < ?");
  }

  private static @Nullable Jsonb json(@Nullable Object state) {
    return state == null ? null : new Jsonb(state.toString());
  }
}
