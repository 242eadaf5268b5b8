package io.gatehouse.audit;

import io.gatehouse.platform.db.Db;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Makes the partitions of the monthly tables before the month begins. */
@Singleton
class PartitionStore {
  private static final int DAYS_AHEAD = 10;

  private final Db db;
  private volatile YearMonth made = YearMonth.of(1970, 1);

  PartitionStore(Db db) {
    this.db = db;
  }

  /** Has the months of the given time and of the following days; asks the database once a month. */
  void ahead(Instant now) {
    YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC).plusDays(DAYS_AHEAD));
    if (made.isBefore(month)) {
      make(month.minusMonths(1));
      make(month);
      made = month;
    }
  }

  private void make(YearMonth month) {
    db.acrossTenants(connection -> {
      try (var statement =
          connection.prepareStatement(
              "select make_month('logs', ?::date), make_month('audit_records', ?::date)")) {
        statement.setString(1, month.atDay(1).toString());
        statement.setString(2, month.atDay(1).toString());
        return statement.execute();
      }
    });
  }
}
