package io.gatehouse.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DbTest {
  /** The driver treats a statement differently once it has run five times. */
  private static final int OFTEN = 12;

  private static final String COLUMNS =
      "select * from sign_in_experiences where tenant_id = ? and ";

  @Test
  void aStatementSeesItsTenantHoweverOftenItRuns() {
    try (TestDatabase database = TestDatabase.create()) {
      Db db = database.db();
      assertEquals(OFTEN, found(db, "updated_at < ?", Instant.now().plusSeconds(60)));
      assertEquals(OFTEN, found(db, "value <> ?", new Jsonb("{}")));
      assertEquals(OFTEN, found(db, "?::text is null", null));
      assertEquals(OFTEN, found(db, "value ->> 'customCss' is not distinct from ?", null));
      assertEquals(OFTEN, found(db, "tenant_id = ?", "default"));
    }
  }

  @Test
  void valuesComeBackAsTheyWent() {
    try (TestDatabase database = TestDatabase.create()) {
      Instant at = Instant.parse("2026-02-28T23:59:59.123456Z");
      assertTrue(
          database
              .db()
              .one(TenantId.DEFAULT, "select ? as at", row -> row.instant("at"), at)
              .equals(at));
      assertEquals(
          "{\"a\": 1}",
          database
              .db()
              .one(
                  TenantId.DEFAULT,
                  "select ? as doc",
                  row -> row.text("doc"),
                  new Jsonb("{\"a\":1}")));
    }
  }

  private static long found(Db db, String condition, @Nullable Object value) {
    return IntStream.range(0, OFTEN)
        .filter(i ->
            db.find(
                    TenantId.DEFAULT,
                    COLUMNS + condition,
                    row -> row.text("tenant_id"),
                    TenantId.DEFAULT,
                    value)
                .isPresent())
        .count();
  }

  /** With a parameter that is null, whose type is asked for. */
  @Test
  void aTransactionThatEndsInHasteIsKeptAndLeavesNoHasteBehind() {
    try (TestDatabase database = TestDatabase.create()) {
      Db db = database.db();
      String usual = waiting(db);
      for (int i = 0; i < OFTEN; i++) {
        Instant at = Instant.parse("2026-02-28T00:00:00Z").plusSeconds(i);
        int touched =
            db.transaction(
                TenantId.DEFAULT,
                () -> {
                  assertEquals(usual, waiting(db));
                  return db.updateAndCommitInHaste(
                      TenantId.DEFAULT,
                      "update sign_in_experiences set updated_at = ? where ?::text is null and tenant_id = ?",
                      at,
                      null,
                      TenantId.DEFAULT);
                });
        assertEquals(1, touched);
        assertEquals(1, found(db, "updated_at = ?", at) / OFTEN);
        assertEquals(usual, waiting(db));
      }
    }
  }

  /**
   * Whether the work fails or one of its statements, before and after the driver has prepared it.
   */
  @Test
  void aTransactionThatFailsIsTakenBackAndLeavesNothingBehind() {
    try (TestDatabase database = TestDatabase.create()) {
      Db db = database.db();
      for (int i = 0; i < OFTEN; i++) {
        Instant at = Instant.parse("2026-02-28T00:00:00Z").plusSeconds(i);
        assertThrows(
            IllegalStateException.class,
            () ->
                db.transaction(
                    TenantId.DEFAULT,
                    () -> {
                      touch(db, at);
                      throw new IllegalStateException();
                    }));
        assertThrows(
            DbException.class,
            () ->
                db.transaction(
                    TenantId.DEFAULT,
                    () -> {
                      touch(db, at);
                      db.update(TenantId.DEFAULT, "select 1 / 0");
                    }));
        assertEquals(0, found(db, "updated_at = ?", at));
        db.transaction(TenantId.DEFAULT, () -> touch(db, at));
        assertEquals(1, found(db, "updated_at = ?", at) / OFTEN);
      }
    }
  }

  @Test
  void aTransactionWhoseFailureWasOverlookedSaysSoAtItsEnd() {
    try (TestDatabase database = TestDatabase.create()) {
      Db db = database.db();
      for (int i = 0; i < OFTEN; i++) {
        assertThrows(
            DbException.class,
            () ->
                db.transaction(
                    TenantId.DEFAULT,
                    () ->
                        assertThrows(
                            DbException.class, () -> db.update(TenantId.DEFAULT, "select 1 / 0"))));
      }
    }
  }

  private static void touch(Db db, Instant at) {
    db.update(
        TenantId.DEFAULT,
        "update sign_in_experiences set updated_at = ? where tenant_id = ?",
        at,
        TenantId.DEFAULT);
  }

  private static String waiting(Db db) {
    return db.one(
        TenantId.DEFAULT,
        "select current_setting('synchronous_commit') as waiting",
        row -> row.text("waiting"));
  }

  @Test
  void nullsJsonAndListsKeepTheirPlace() {
    try (TestDatabase database = TestDatabase.create()) {
      keepTheirPlace(database.db());
    }
  }

  private static void keepTheirPlace(Db db) {
    java.time.Instant now =
        java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    for (int i = 0; i < 20; i++) {
      String id = "app" + i;
      db.update(
          TenantId.DEFAULT,
          """
          insert into applications (tenant_id, id, name, description, type, custom_data, protected_app_metadata, is_third_party, created_at)
          values (?, ?, ?, ?, 'SPA', ?, ?, ?, ?)
          """,
          TenantId.DEFAULT,
          id,
          "name" + i,
          i % 2 == 0 ? null : "d" + i,
          new Jsonb("{\"n\": " + i + "}"),
          i % 3 == 0 ? null : new Jsonb("[1]"),
          i % 2 == 0,
          now.plusSeconds(i));
      int n = i;
      String row =
          db.one(
              TenantId.DEFAULT,
              """
              select description, custom_data ->> 'n' as n, protected_app_metadata, is_third_party, created_at from applications
              where tenant_id = ? and id = any (?) and (?::text is null or name = ?) and created_at = ?
              """,
              r ->
                  r.textOrNull("description")
                      + r.text("n")
                      + r.textOrNull("protected_app_metadata")
                      + r.flag("is_third_party"),
              TenantId.DEFAULT,
              java.util.List.of("nobody", id),
              i % 2 == 0 ? null : "name" + i,
              i % 2 == 0 ? null : "name" + i,
              now.plusSeconds(i));
      assertEquals(
          "" + (n % 2 == 0 ? null : "d" + n) + n + (n % 3 == 0 ? null : "[1]") + (n % 2 == 0), row);
    }
  }
}
