package io.gatehouse.dashboard;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Counts for the dashboard. */
@Singleton
class DashboardStore {
  private final Db db;

  DashboardStore(Db db) {
    this.db = db;
  }

  long users(TenantId tenant) {
    return db.one(tenant, "select total_of('users') as total", row -> row.number("total"));
  }

  /**
   * How many of the people there are were added on each of the days; days without any are absent.
   */
  Map<LocalDate, Long> added(TenantId tenant, Days days) {
    Map<LocalDate, Long> added = new HashMap<>();
    var nouns = days.list().stream().map(day -> "users@" + day).toList();
    db.query(
        tenant,
        """
        select substr(noun, 7)::date::text as day, sum(number) as number
        from (
          select noun, total as number from counts where tenant_id = ? and noun = any (?)
          union all select noun, delta from count_deltas where tenant_id = ? and noun = any (?)) as counted
        group by noun
        """,
        row -> added.put(LocalDate.parse(row.text("day")), row.number("number")),
        tenant,
        nouns,
        tenant,
        nouns);
    return added;
  }

  /** How many people were active on each of the days; days without any are absent. */
  Map<LocalDate, Long> activeByDay(TenantId tenant, Days days) {
    Map<LocalDate, Long> active = new HashMap<>();
    db.query(
        tenant,
        """
        select day::text as day, count(*) as number from active_users
        where tenant_id = ? and day between ? and ? group by active_users.day
        """,
        row -> active.put(LocalDate.parse(row.text("day")), row.number("number")),
        tenant,
        days.from(),
        days.to());
    return active;
  }

  /** How many different people were active in these days. */
  long active(TenantId tenant, Days days) {
    return db.one(
        tenant,
        """
        select count(*) as number from (
          select from active_users where tenant_id = ? and day between ? and ? group by user_id) as people
        """,
        row -> row.number("number"),
        tenant,
        days.from(),
        days.to());
  }

  /** How many people were active on the day who were not in the days before. */
  long activeOnlyOn(TenantId tenant, LocalDate day, Days before) {
    return db.one(
        tenant,
        """
        select count(*) as number from active_users a
        where tenant_id = ? and day = ? and not exists (
          select from active_users e
          where e.tenant_id = a.tenant_id and e.user_id = a.user_id and e.day between ? and ?)
        """,
        row -> row.number("number"),
        tenant,
        day,
        before.from(),
        before.to());
  }
}
