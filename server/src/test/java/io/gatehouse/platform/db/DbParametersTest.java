package io.gatehouse.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DbParametersTest {
  /** The driver prepares a statement on the server from its fifth execution on. */
  private static final int OFTEN = 12;

  private static TestDatabase database;
  private static Db db;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    db = database.db();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void theTenantStaysWithTheStatementWhateverItsParametersAre() {
    for (int i = 0; i < OFTEN; i++) {
      String seen =
          db.one(
              TenantId.DEFAULT,
              """
              select current_setting('gatehouse.tenant', true) as tenant
              from (select ?::text, ?::bigint, ?::jsonb, ?::timestamptz, ?::bool, ?::text[], ?::bytea, ?::jsonb) x
              """,
              row -> row.text("tenant"),
              null,
              i % 2 == 0 ? null : 5L,
              new Jsonb("{}"),
              Instant.EPOCH,
              true,
              List.of("a"),
              new byte[] {1},
              null);
      assertEquals("default", seen, "execution " + i);
    }
  }

  @Test
  void nullsFitEveryColumn() {
    for (int i = 0; i < OFTEN; i++) {
      db.update(
          TenantId.DEFAULT,
          """
          insert into users (tenant_id, id, name, last_sign_in_at, profile, is_suspended, created_at, updated_at)
          values (?, ?, ?, ?, coalesce(?::jsonb, '{}'), coalesce(?, false), ?, ?)
          """,
          TenantId.DEFAULT,
          "u" + i,
          null,
          null,
          i % 2 == 0 ? null : new Jsonb("{\"a\": 1}"),
          null,
          Instant.EPOCH,
          Instant.EPOCH);
    }
    assertEquals(
        OFTEN,
        db.query(
                TenantId.DEFAULT,
                "select last_sign_in_at from users where id like 'u%'",
                row -> {
                  assertNull(row.instantOrNull("last_sign_in_at"));
                  return 1;
                })
            .size());
  }

  @Test
  void oneTenantSeesNothingOfAnother() {
    for (int i = 0; i < OFTEN; i++) {
      long foreign =
          db.one(
              i % 2 == 0 ? TenantId.ADMIN : TenantId.DEFAULT,
              "select count(*) as n from applications where tenant_id <> current_setting('gatehouse.tenant')",
              row -> row.number("n"));
      assertEquals(0, foreign);
    }
  }
}
