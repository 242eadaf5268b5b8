package io.gatehouse.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.audit.log.ActiveUsers;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many people a tenant has, how many came, and how many were active. */
@Singleton
class Dashboard {
  private static final int CURVE = 30;
  private static final int WEEK = 7;
  private static final int MONTH = 30;
  private static final int REMEMBERED = 10_000;

  /** Rows of a day are written a moment after it at the latest, whatever node they come from. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final DashboardStore store;
  private final ActiveUsers activeUsers;
  private final InstantSource clock;
  private final Cache<Settled, Long> settled =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  Dashboard(DashboardStore store, ActiveUsers activeUsers, InstantSource clock) {
    this.store = store;
    this.activeUsers = activeUsers;
    this.clock = clock;
  }

  /** People of days that are over: a number that stays. */
  private record Settled(TenantId tenant, Days days) {}

  /** All people. */
  record Total(long totalUserCount) {}

  /** A number, and by how much it is above that of the time before. */
  record Change(long count, long delta) {
    static Change of(long now, long before) {
      return new Change(now, now - before);
    }
  }

  /** Who came. */
  record NewUsers(Change today, Change last7Days) {}

  /** A day of the curve. */
  record Point(String date, long count) {}

  /** Who was active: on a day, in a week, in a month. */
  record Activity(List<Point> dauCurve, Change dau, Change wau, Change mau) {
    Activity {
      dauCurve = List.copyOf(dauCurve);
    }
  }

  Total total(TenantId tenant) {
    return new Total(store.users(tenant));
  }

  NewUsers newUsers(TenantId tenant) {
    LocalDate today = today();
    Days week = Days.endingAt(today, WEEK);
    Map<LocalDate, Long> added = store.added(tenant, new Days(week.before().from(), today));
    return new NewUsers(
        Change.of(on(added, today), on(added, today.minusDays(1))),
        Change.of(sum(added, week), sum(added, week.before())));
  }

  /**
   * Who was active up to a day.
   *
   * @param last the last day that counts
   */
  Activity activity(TenantId tenant, LocalDate last) {
    activeUsers.flush();
    Map<LocalDate, Long> daily = store.activeByDay(tenant, Days.endingAt(last, CURVE));
    List<Point> curve = new ArrayList<>();
    for (LocalDate day : Days.endingAt(last, CURVE).list()) {
      curve.add(new Point(day.toString(), on(daily, day)));
    }
    return new Activity(
        curve,
        Change.of(on(daily, last), on(daily, last.minusDays(1))),
        change(tenant, Days.endingAt(last, WEEK)),
        change(tenant, Days.endingAt(last, MONTH)));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Change change(TenantId tenant, Days days) {
    return Change.of(active(tenant, days), active(tenant, days.before()));
  }

  private long active(TenantId tenant, Days days) {
    if (isSettled(days.to())) {
      return settled.get(new Settled(tenant, days), key -> store.active(tenant, days));
    }
    Days before = days.withoutLast();
    return isSettled(before.to())
        ? active(tenant, before) + store.activeOnlyOn(tenant, days.to(), before)
        : store.active(tenant, days);
  }

  private boolean isSettled(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return clock.instant().isAfter(end.plus(SETTLED));
  }

  private static long on(Map<LocalDate, Long> counts, LocalDate day) {
    return counts.getOrDefault(day, 0L);
  }

  private static long sum(Map<LocalDate, Long> counts, Days days) {
    return days.list().stream().mapToLong(day -> on(counts, day)).sum();
  }
}
