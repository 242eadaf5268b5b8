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
import org.jspecify.annotations.Nullable;

/** Administrators' changes in the database. */
@Singleton
class AuditStore {
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
    Where where =
        Where.of("tenant_id = ?", tenant)
            .andIf(filter.actorId(), "actor ->> 'id' = ?")
            .andIf(filter.action(), "action = ?")
            .andIf(filter.subjectType(), "subject_type = ?")
            .andIf(filter.subjectId(), "subject_id = ?")
            .andIf(filter.from(), "created_at >= ?")
            .andIf(filter.until(), "created_at < ?");
    return new ListQuery("*", "audit_records", where, "created_at desc, id desc")
        .run(db, tenant, page, AuditRecord::of);
  }

  private static @Nullable Jsonb json(@Nullable Object state) {
    return state == null ? null : new Jsonb(state.toString());
  }
}
