package io.gatehouse.guard;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Failures and lockouts in the database: one statement an attempt. */
@Singleton
class LockoutStore {
  static final Duration WINDOW = Duration.ofHours(1);

  private final Db db;

  LockoutStore(Db db) {
    this.db = db;
  }

  /** Where a target and a network stand. */
  record Standing(@Nullable Instant lockedUntil, int networkFailures, Instant networkSince) {}

  /** When a failure happened, until when it would lock, and how many do. */
  record Terms(Instant now, Instant until, int attempts) {}

  /** Reads where they stand, after a success. */
  Standing standing(TenantId tenant, Attempt attempt, @Nullable String network, Instant now) {
    return db.one(
        tenant,
        """
        select l.locked_until, coalesce(n.failures, 0) as failures, coalesce(n.since, ?) as since
        from (values (1)) one
        left join lockouts l
          on l.tenant_id = ? and l.target_type = 'User' and l.target_hash = ? and l.pool = ?
        left join network_failures n on n.tenant_id = ? and n.network = ? and n.since > ?
        """,
        LockoutStore::standing,
        now,
        tenant,
        attempt.targetHash(),
        attempt.pool().label(),
        tenant,
        network,
        now.minus(WINDOW));
  }

  /**
   * Counts a failure of both and answers where they stand now. The failure that reaches the limit
   * locks; one that comes while locked neither counts nor prolongs.
   */
  Standing fail(TenantId tenant, Attempt attempt, @Nullable String network, Terms terms) {
    return db.one(
        tenant,
        """
        with given (tenant, target, pool, network, happened, until, horizon, attempts) as (
          select ?::text, ?::text, ?::text, ?::text, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::int
        ), target as (
          insert into lockouts as l (tenant_id, target_type, target_hash, pool, failures, locked_until, expires_at)
          select tenant, 'User', target, pool, array[happened],
            case when attempts <= 1 then until end, greatest(until, happened + interval '1 hour')
          from given
          on conflict (tenant_id, target_hash, target_type, pool) do update
          set (failures, locked_until, expires_at) = (
            select case when l.locked_until > g.happened then l.failures else r.recent end,
              case when l.locked_until > g.happened then l.locked_until
                when cardinality(r.recent) >= g.attempts then g.until end,
              greatest(l.expires_at, g.until, g.happened + interval '1 hour')
            from given g, lateral (
              select array(select f from unnest(l.failures) f where f > g.horizon order by f desc limit g.attempts)
                || g.happened as recent) r)
          returning locked_until
        ), source as (
          insert into network_failures as n (tenant_id, network, failures, since, expires_at)
          select tenant, network, 1, happened, happened + interval '1 hour' from given where network is not null
          on conflict (tenant_id, network) do update
          set failures = case when n.since > excluded.since - interval '1 hour' then n.failures + 1 else 1 end,
            since = case when n.since > excluded.since - interval '1 hour' then n.since else excluded.since end,
            expires_at = excluded.expires_at
          returning failures, since
        )
        select t.locked_until, coalesce(s.failures, 0) as failures, coalesce(s.since, g.happened) as since
        from given g cross join target t left join source s on true
        """,
        LockoutStore::standing,
        tenant,
        attempt.targetHash(),
        attempt.pool().label(),
        network,
        terms.now(),
        terms.until(),
        terms.now().minus(WINDOW),
        terms.attempts());
  }

  /** Counts a failure of the network alone. */
  Standing fail(TenantId tenant, String network, Instant now) {
    return db.one(
        tenant,
        """
        insert into network_failures as n (tenant_id, network, failures, since, expires_at)
        select ?::text, ?::text, 1, happened, happened + interval '1 hour' from (values (?::timestamptz)) given (happened)
        on conflict (tenant_id, network) do update
        set failures = case when n.since > excluded.since - interval '1 hour' then n.failures + 1 else 1 end,
          since = case when n.since > excluded.since - interval '1 hour' then n.since else excluded.since end,
          expires_at = excluded.expires_at
        returning null::timestamptz as locked_until, failures, since
        """,
        LockoutStore::standing,
        tenant,
        network,
        now);
  }

  /** Drops what counts against these targets, and what was sent to them. */
  void forget(TenantId tenant, Lockout.TargetType type, List<String> hashes) {
    db.update(
        tenant,
        """
        with messages as (delete from message_sends where tenant_id = ? and recipient_hash = any(?))
        delete from lockouts where tenant_id = ? and target_type = ? and target_hash = any(?)
        """,
        tenant,
        type == Lockout.TargetType.USER ? hashes : List.of(),
        tenant,
        type.label(),
        hashes);
  }

  private static Standing standing(Row row) throws SQLException {
    return new Standing(
        row.instantOrNull("locked_until"), row.integer("failures"), row.instant("since"));
  }
}
