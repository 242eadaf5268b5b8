package io.gatehouse.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.job.Expiring;
import io.gatehouse.platform.job.TestPurge;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weeks of traffic pass on the injected clock; what ends is cleared away as fast as it comes. */
class MonthOfTrafficTest {
  /** Rows of each table; ten times as many with {@code -Dgatehouse.scale=100}. */
  private static final int A_DAY = Integer.getInteger("gatehouse.scale", 1) > 1 ? 2_000 : 200;

  private static final int RUNS_A_DAY = 8;
  private static final Duration DAY = Duration.ofDays(1);

  /** How long rows live; what is not named here lives for an hour. */
  private static final Map<String, Duration> LIVES =
      Map.of(
          "refresh_tokens", Duration.ofDays(14),
          "grants", Duration.ofDays(14),
          "sessions", Duration.ofDays(14),
          "one_time_tokens", Duration.ofDays(2),
          "hook_deliveries", Duration.ofDays(5),
          "authorization_codes", Duration.ofMinutes(1),
          "lockouts", Duration.ofHours(2));

  private final TestDatabase database = TestDatabase.create();
  private final TestClock clock = new TestClock(Instant.parse("2030-01-01T00:00:00Z"));
  private final TestPurge purge = new TestPurge(database.db(), Housekeeping.SWEEP);
  private final Map<String, String> insertions = new LinkedHashMap<>();

  @BeforeEach
  void readTheTables() {
    database.asOwner(
        """
        do $$ declare one record; begin
          for one in select conrelid::regclass as owned, conname from pg_constraint
            where contype = 'c' and coninhcount = 0 and connamespace = 'public'::regnamespace
          loop execute format('alter table %s drop constraint %I', one.owned, one.conname); end loop;
        end $$
        """);
    for (Expiring expiring : Housekeeping.SWEEP.tables()) {
      insertions.put(expiring.table(), insertion(expiring.table()));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void sixWeeksOfTrafficLeaveNoMoreThanOneLifeOfRows() {
    Map<String, Long> sizes = new TreeMap<>();
    for (int day = 1; day <= 42; day++) {
      aDay(day);
      Map<String, Long> rows = rows();
      for (Expiring expiring : Housekeeping.SWEEP.tables()) {
        long most = most(expiring);
        long there = rows.getOrDefault(expiring.table(), 0L);
        assertTrue(
            there <= most,
            "day %d: %s has %d rows, not at most %d".formatted(day, expiring.table(), there, most));
      }
      if (day == 28) {
        sizes.putAll(sizes());
      }
    }
    List<String> grown = new ArrayList<>();
    Map<String, Long> now = sizes();
    for (Expiring expiring : Housekeeping.SWEEP.tables()) {
      long before = sizes.getOrDefault(expiring.table(), 0L);
      long after = now.getOrDefault(expiring.table(), 0L);
      // What is kept for longer than four weeks has not come to its full size yet.
      if (there(expiring).toDays() < 28 && after > before + before / 4 + 65_536) {
        grown.add(expiring.table() + " from " + before + " to " + after + " bytes");
      }
    }
    assertEquals(List.of(), grown);
  }

  /** A night without purging: it is made good at once, in batches that nobody waits for. */
  @Test
  void whatHasPiledUpGoesInOneRunOfSmallBatches() {
    for (int day = 1; day <= 20; day++) {
      rowsOfADay(day);
      clock.pass(DAY);
    }
    clock.pass(Duration.ofDays(200));
    purge.run(clock.instant());
    rows().forEach((table, rows) -> assertEquals(0L, (long) rows, table));
  }

  private void aDay(int day) {
    rowsOfADay(day);
    for (int i = 0; i < RUNS_A_DAY; i++) {
      clock.pass(DAY.dividedBy(RUNS_A_DAY));
      purge.run(clock.instant());
    }
    // What autovacuum does meanwhile.
    database.asOwner("vacuum");
  }

  /**
   * All that may be there at the end of a day: what still lives, what is kept, and a day's more.
   */
  private static long most(Expiring expiring) {
    return A_DAY * (there(expiring).toHours() + 24 + 24 / RUNS_A_DAY) / 24;
  }

  private static Duration there(Expiring expiring) {
    return LIVES.getOrDefault(expiring.table(), Duration.ofHours(1)).plus(expiring.kept());
  }

  private void rowsOfADay(int day) {
    StringBuilder sql = new StringBuilder("set session_replication_role = replica;\n");
    insertions.forEach((table, insertion) ->
        sql.append(
            insertion
                .replace("<day>", Integer.toString(day))
                .replace("<from>", clock.instant().toString())
                .replace(
                    "<life>", LIVES.getOrDefault(table, Duration.ofHours(1)).toSeconds() + " s")));
    database.asOwner(sql.toString());
  }

  /** A day's rows of a table, spread over the day, whatever its columns are. */
  private String insertion(String table) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    database
        .db()
        .query(
            TenantId.DEFAULT,
            """
            select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
            where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
              and (a.attnotnull or a.attname = 'expires_at') and not a.atthasdef and a.attidentity = ''
            order by a.attnum
            """,
            row -> {
              columns.add(row.text("name"));
              values.add(value(row.text("name"), row.text("type")));
              return true;
            },
            table);
    return """
    insert into %s (%s) select %s from generate_series(1, %d) n;
    """
        .formatted(table, String.join(", ", columns), String.join(", ", values), A_DAY);
  }

  private static String value(String column, String type) {
    String made = "(timestamptz '<from>' + n * interval '%d ms')".formatted(DAY.toMillis() / A_DAY);
    if (column.equals("tenant_id")) {
      return "'default'";
    }
    if (column.equals("expires_at")) {
      return made + " + interval '<life>'";
    }
    return switch (type) {
      case "timestamp with time zone" -> made;
      case "timestamp with time zone[]" -> "'{}'";
      case "bytea" -> "('<day>.' || n)::bytea";
      case "jsonb" -> "'{}'";
      case "integer", "bigint" -> "n";
      case "boolean" -> "false";
      default -> "'<day>.' || n";
    };
  }

  private Map<String, Long> rows() {
    return each("select count(*) as n from %s");
  }

  private Map<String, Long> sizes() {
    return each("select pg_total_relation_size('%s') as n");
  }

  private Map<String, Long> each(String sql) {
    Map<String, Long> found = new TreeMap<>();
    for (String table : Set.copyOf(insertions.keySet())) {
      found.put(
          table, database.db().one(TenantId.DEFAULT, sql.formatted(table), row -> row.number("n")));
    }
    return found;
  }
}
