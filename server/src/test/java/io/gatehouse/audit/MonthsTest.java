package io.gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthsTest {
  private static final Duration KEPT = Duration.ofDays(60);

  @Test
  void ofAYearOfLogsOnlyTheLastMonthsStay() {
    try (TestDatabase database = TestDatabase.create()) {
      Months months = TestMonths.of(database.db());
      for (int month = 1; month <= 12; month++) {
        Instant now = Instant.parse("2031-%02d-15T00:00:00Z".formatted(month));
        months.ahead(now);
        database.asOwner(
            "insert into logs (tenant_id, id, key, payload, created_at) select 'default', 'l' || n, 'k', '{}', '"
                + now
                + "' from generate_series(1, 100) n");
        months.dropBefore(now.minus(KEPT));
      }
      assertEquals(
          List.of("logs_2031_10", "logs_2031_11", "logs_2031_12"),
          database
              .db()
              .query(
                  TenantId.DEFAULT,
                  "select relname from pg_class where relname ~ '^logs_2031_\\d\\d$' order by 1",
                  row -> row.text("relname")));
      long rows =
          database
              .db()
              .one(
                  TenantId.DEFAULT,
                  "select count(*) as n from logs where tenant_id = 'default'",
                  row -> row.number("n"));
      assertEquals(300, rows);
    }
  }
}
