package io.gatehouse.audit.log;

import io.gatehouse.platform.db.Db;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Makes the partitions of the monthly tables before the month begins, and drops old ones. */
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

  /** Forgets the months that were over before then. */
  void dropBefore(Instant time) {
    String day = LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    db.acrossTenants(connection -> {
      try (var statement =
          connection.prepareStatement(
              "select drop_months('logs', ?::date), drop_months('audit_records', ?::date)")) {
        statement.setString(1, day);
        statement.setString(2, day);
        return statement.execute();
      }
    });
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
