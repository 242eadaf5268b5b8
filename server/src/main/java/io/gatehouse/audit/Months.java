package io.gatehouse.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The months that the log and the administrators' changes are kept in. Each is made before the
 * first row of it is written, whatever the clock has done meanwhile: a machine may have slept for
 * weeks.
 */
@Singleton
public class Months {
  private static final int DAYS_AHEAD = 10;

  private final MonthStore store;
  private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();

  Months(MonthStore store) {
    this.store = store;
  }

  /** Has the months of the given time and of the following days. */
  public void ahead(Instant now) {
    of(now);
    have(YearMonth.from(now.atOffset(ZoneOffset.UTC).plusDays(DAYS_AHEAD)));
  }

  /** Has the month of a row that is about to be written; asks the database once for each. */
  public void of(Instant time) {
    have(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
  }

  /** Forgets the months that were over before then. */
  public void dropBefore(Instant time) {
    store.dropBefore(time);
  }

  private void have(YearMonth month) {
    if (!made.contains(month)) {
      store.make(month);
      made.add(month);
    }
  }
}
