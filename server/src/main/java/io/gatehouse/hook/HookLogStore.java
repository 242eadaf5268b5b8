package io.gatehouse.hook;

import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the log keeps of deliveries. */
@Singleton
class HookLogStore {
  private final Db db;

  HookLogStore(Db db) {
    this.db = db;
  }

  /** The hook's attempts within the time, newest first. */
  Slice<HookLog> list(TenantId tenant, HookLog.Filter filter, Page page) {
    Where where =
        Where.of("tenant_id = ? and hook_id = ?", tenant, filter.hookId())
            .andIf(filter.key(), "key = ?")
            .andIf(filter.from(), "created_at >= ?")
            .andIf(filter.until(), "created_at < ?");
    long most = filter.capped() ? HookLog.COUNTED + 1 : Long.MAX_VALUE;
    return new ListQuery("id, key, payload, created_at", "logs", where, "created_at desc, id desc")
        .run(
            db,
            tenant,
            page,
            most,
            row ->
                new HookLog(
                    row.text("id"),
                    row.text("key"),
                    JsonCodec.tree(row.text("payload")),
                    row.instant("created_at")));
  }

  /** How the attempts for each of the hooks ended; a hook without any is not in it. */
  Map<String, ExecutionStats> stats(TenantId tenant, Collection<String> hookIds, Instant since) {
    Map<String, ExecutionStats> stats = new HashMap<>();
    db.query(
        tenant,
        """
        select hook_id, count(*) as requests, count(*) filter (where payload ->> 'result' = 'Success') as successes
        from logs where tenant_id = ? and hook_id = any (?) and created_at >= ?
        group by hook_id
        """,
        row ->
            stats.put(
                row.text("hook_id"),
                new ExecutionStats(row.number("successes"), row.number("requests"))),
        tenant,
        hookIds,
        since);
    return stats;
  }

  /** Whether the filter's key is one of deliveries at all. */
  static boolean isOfHooks(Optional<String> key) {
    return key.isEmpty() || HookEvent.logKeys().contains(key.get());
  }
}
