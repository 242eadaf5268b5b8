package io.gatehouse.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.TestMonths;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogsTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
  private static TestDatabase database;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final InstantSource clock = () -> now;
  private Logs logs;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.db().update(TENANT, "delete from logs");
    database.db().update(TenantId.ADMIN, "delete from logs");
    logs = new Logs(new LogStore(database.db()), TestMonths.of(database.db()), clock);
  }

  private JsonNode only(TenantId tenant) {
    return JsonCodec.tree(
        database.db().one(tenant, "select payload from logs", row -> row.text("payload")));
  }

  @Test
  void appendingSendsNoStatement() {
    long before = database.db().statements();
    logs.append(TENANT, LogEntry.of("ExchangeTokenBy.ClientCredentials"));
    assertEquals(before, database.db().statements());
  }

  @Test
  void aRowIsWrittenByItselfWithinATenthOfASecondOrSo() throws InterruptedException {
    logs.start(new io.quarkus.runtime.StartupEvent());
    Thread.sleep(100);
    logs.append(TENANT, LogEntry.of("RevokeToken"));
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (count(TENANT) == 0 && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertEquals(1, count(TENANT));
    logs.stop(new io.quarkus.runtime.ShutdownEvent());
  }

  private long count(TenantId tenant) {
    return database.db().one(tenant, "select count(*) as n from logs", row -> row.number("n"));
  }

  @Test
  void manyRowsOfTwoTenantsAreWrittenEachToItsOwn() {
    for (int i = 0; i < 1200; i++) {
      logs.append(i % 3 == 0 ? TenantId.ADMIN : TENANT, LogEntry.of("RevokeToken"));
    }
    logs.flush();
    assertEquals(800, count(TENANT));
    assertEquals(400, count(TenantId.ADMIN));
  }

  @Test
  void moreRowsThanTheBufferHoldsAreNotLost() {
    for (int i = 0; i < 25_000; i++) {
      logs.append(TENANT, LogEntry.of("RevokeToken"));
    }
    logs.flush();
    assertEquals(25_000, count(TENANT));
  }

  @Test
  void thePayloadTellsWhoWhatAndWhence() {
    logs.append(
        TENANT,
        LogEntry.of("ExchangeTokenBy.AuthorizationCode")
            .by("user1", "app1", "session1")
            .from("192.0.2.1", FIREFOX)
            .params(Map.of("grant_type", "authorization_code", "client_secret", "s3cret"))
            .with("scope", "openid"));
    logs.flush();
    JsonNode payload = only(TENANT);
    assertEquals("ExchangeTokenBy.AuthorizationCode", payload.get("key").asText());
    assertEquals("Success", payload.get("result").asText());
    assertEquals("user1", payload.get("userId").asText());
    assertEquals("app1", payload.get("applicationId").asText());
    assertEquals("session1", payload.get("sessionId").asText());
    assertEquals("192.0.2.1", payload.get("ip").asText());
    assertEquals("openid", payload.get("scope").asText());
    assertEquals("******", payload.at("/params/client_secret").asText());
    assertEquals("authorization_code", payload.at("/params/grant_type").asText());
  }

  @Test
  void whatTheHeaderSaysOfTheBrowserIsReadForWhoeverLooks() {
    logs.append(TENANT, LogEntry.of("RevokeToken").from("192.0.2.1", FIREFOX));
    logs.flush();
    assertEquals(FIREFOX, only(TENANT).get("userAgent").asText());
    assertFalse(only(TENANT).has("userAgentParsed"));
    String id = database.db().one(TENANT, "select id from logs", row -> row.text("id"));
    JsonNode browser = logs.get(TENANT, id).payload().get("userAgentParsed");
    assertEquals("Firefox", browser.at("/browser/name").asText());
    assertEquals("128", browser.at("/browser/major").asText());
    assertEquals("Linux", browser.at("/os/name").asText());
    assertEquals("amd64", browser.at("/cpu/architecture").asText());
  }

  @Test
  void aFailureSaysSo() {
    logs.append(TENANT, LogEntry.of("RevokeToken").failed(Map.of("code", "oidc.invalid_client")));
    logs.flush();
    assertEquals("Error", only(TENANT).get("result").asText());
    assertEquals("oidc.invalid_client", only(TENANT).at("/error/code").asText());
  }

  @Test
  void textThatPostgresCannotHoldIsCleaned() {
    logs.append(TENANT, LogEntry.of("RevokeToken").with("a", "x\0y").with("b", "\ud800z"));
    logs.flush();
    assertEquals("xy", only(TENANT).get("a").asText());
    assertEquals("?z", only(TENANT).get("b").asText());
  }

  @Test
  void aRecordedEntryIsRolledBackWithItsTransaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            database
                .db()
                .transaction(
                    TENANT,
                    () -> {
                      logs.record(TENANT, LogEntry.of("Interaction.End"));
                      throw new IllegalStateException("the change failed");
                    }));
    assertEquals(0, count(TENANT));
    database.db().transaction(TENANT, () -> logs.record(TENANT, LogEntry.of("Interaction.End")));
    assertEquals(1, count(TENANT));
  }

  @Test
  void oneRowThatCannotBeWrittenDoesNotKeepTheOthersBack() {
    logs.append(TENANT, LogEntry.of("RevokeToken"));
    logs.append(TENANT, LogEntry.of("x".repeat(200)));
    logs.append(TENANT, LogEntry.of("RevokeToken"));
    logs.flush();
    assertEquals(2, count(TENANT));
  }

  @Test
  void monthsAreMadeBeforeTheyBegin() {
    now = Instant.parse("2031-05-25T10:00:00Z");
    logs.append(TENANT, LogEntry.of("RevokeToken"));
    logs.flush();
    List<String> tables =
        database
            .db()
            .query(
                TENANT,
                "select relname from pg_class where relname like 'logs_2031%' and relkind = 'r' order by 1",
                row -> row.text("relname"));
    assertEquals(List.of("logs_2031_05", "logs_2031_06"), tables);
    assertEquals(
        1L,
        (long)
            database
                .db()
                .one(TENANT, "select count(*) as n from logs_2031_05", row -> row.number("n")));
  }

  @Test
  void whatIsReadWasFlushedAndAnotherTenantDoesNotSeeIt() {
    logs.append(TENANT, LogEntry.of("TriggerHook.User.Created"));
    logs.flush();
    String id = database.db().one(TENANT, "select id from logs", row -> row.text("id"));
    assertEquals("TriggerHook.User.Created", logs.get(TENANT, id).key());
    assertThrows(RequestException.class, () -> logs.get(TenantId.ADMIN, id));
  }

  @Test
  void aPersonIsActiveOnceADay() {
    ActiveUsers active = new ActiveUsers(new LogStore(database.db()), clock);
    active.seen(TENANT, "u1");
    active.seen(TENANT, "u1");
    active.seen(TENANT, "u2");
    active.flush();
    now = now.plus(Duration.ofDays(1));
    active.seen(TENANT, "u1");
    active.flush();
    assertEquals(
        List.of("2026-03-01 u1", "2026-03-01 u2", "2026-03-02 u1"),
        database
            .db()
            .query(
                TENANT,
                "select day || ' ' || user_id as line from active_users order by 1",
                row -> row.text("line")));
  }
}
