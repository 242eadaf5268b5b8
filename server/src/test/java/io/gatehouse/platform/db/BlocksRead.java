package io.gatehouse.platform.db;

import io.gatehouse.tenant.TenantId;

/**
 * Counts the blocks of tables and indexes that statements look at, from PostgreSQL's own
 * statistics.
 */
public final class BlocksRead {
  private static final String SEEN =
      """
      select coalesce(sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0)), 0) as seen
      from pg_statio_user_tables
      """;

  private BlocksRead() {}

  /** How many blocks the statements of the work looked at, in memory or not. */
  public static long by(Db db, TenantId tenant, Runnable work) {
    flush(db, tenant, () -> {});
    long before = seen(db, tenant);
    flush(db, tenant, work);
    return seen(db, tenant) - before;
  }

  /** The statistics of a connection are public once it has nothing to do. */
  private static void flush(Db db, TenantId tenant, Runnable work) {
    db.transaction(
        tenant,
        () -> {
          work.run();
          db.query(tenant, "select pg_stat_force_next_flush()", row -> true);
        });
  }

  private static long seen(Db db, TenantId tenant) {
    return db.one(tenant, SEEN, row -> row.number("seen"));
  }
}
