package io.gatehouse.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.Provider;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a clock that leaps leaves in the log. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MonthsFlowTest {
  private static final int LEAPS = 5;

  @Inject Provider provider;
  @Inject ServerClock clock;
  @Inject Logs logs;
  @Inject Db db;

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  void aRowIsWrittenIntoItsMonthHoweverFarTheClockHasLeapt() {
    long before = strays();
    long written = rows("logs");
    long changes = rows("audit_records");
    for (int leap = 0; leap < LEAPS; leap++) {
      clock.pass(Duration.ofDays(62));
      assertEquals(201, makeRole().status());
      logs.record(TenantId.DEFAULT, LogEntry.of("TriggerHook.PostRegister"));
      logs.append(TenantId.DEFAULT, LogEntry.of("ExchangeTokenBy.ClientCredentials"));
    }
    // What waits to be written is of a time that is still to come.
    clock.reset();
    logs.flush();
    assertEquals(before, strays());
    assertTrue(rows("logs") >= written + 2 * LEAPS);
    assertTrue(rows("audit_records") >= changes + LEAPS);
  }

  private ApiClient.Answer makeRole() {
    return provider
        .api()
        .post("/api/organization-roles", "{\"name\":\"Leap " + Ids.shortId() + "\"}");
  }

  private long strays() {
    return rows("logs_default") + rows("audit_records_default");
  }

  private long rows(String table) {
    return db.one(TenantId.DEFAULT, "select count(*) as n from " + table, row -> row.number("n"));
  }
}
