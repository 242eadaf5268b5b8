package io.gatehouse.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
