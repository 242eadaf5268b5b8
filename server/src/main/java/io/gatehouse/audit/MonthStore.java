package io.gatehouse.audit;

import io.gatehouse.platform.db.Db;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The partitions of the monthly tables. */
@Singleton
class MonthStore {
  private final Db db;

  MonthStore(Db db) {
    this.db = db;
  }

  /**
   * Makes the partitions of a month, if they are not there. It gives up before long: the
   * transaction that it would wait for may be the one that waits for it.
   */
  void make(YearMonth month) {
    db.acrossTenants(connection -> {
      try (var patience = connection.createStatement();
          var statement =
              connection.prepareStatement(
                  "select make_month('logs', ?::date), make_month('audit_records', ?::date)")) {
        patience.execute("set local lock_timeout = '10s'");
        statement.setString(1, month.atDay(1).toString());
        statement.setString(2, month.atDay(1).toString());
        return statement.execute();
      }
    });
  }

  /** Drops those of the months that were over before then. */
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
}
