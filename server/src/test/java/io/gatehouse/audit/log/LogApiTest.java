package io.gatehouse.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class LogApiTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  @Inject ApiClients clients;
  @Inject Logs logs;
  @Inject Db db;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
    logs.flush();
    db.update(TENANT, "delete from logs");
    db.update(TenantId.ADMIN, "delete from logs");
  }

  private String total(String query) {
    Answer answer = api.get("/api/logs" + query);
    assertEquals(200, answer.status(), answer.text());
    return String.valueOf(answer.header("Total-Number"));
  }

  @Test
  void whatWasJustDoneIsReadAtOnce() {
    logs.append(TENANT, LogEntry.of("RevokeToken").by("u1", "a1", null));
    Answer answer = api.get("/api/logs");
    assertEquals(1, answer.json().size());
    var log = answer.json().get(0);
    assertEquals("default", log.get("tenantId").asText());
    assertEquals("RevokeToken", log.get("key").asText());
    assertEquals("u1", log.at("/payload/userId").asText());
    assertEquals(log.toString(), api.get("/api/logs/" + log.get("id").asText()).text());
  }

  @Test
  void anApplicationWasLastUsedWhenItsNewestEntryWasWritten() {
    logs.append(TENANT, LogEntry.of("ExchangeTokenBy.RefreshToken").by("u1", "a1", null));
    logs.flush();
    long first = api.get("/api/logs").json().at("/0/createdAt").asLong();
    logs.append(TENANT, LogEntry.of("RevokeToken").by("u1", "a1", null));
    logs.append(TenantId.ADMIN, LogEntry.of("RevokeToken").by("u1", "a2", null));
    Answer uses = api.get("/api/application-uses?applicationId=a1&applicationId=a2&applicationId=");
    assertEquals(1, uses.json().size(), uses.text());
    assertEquals("a1", uses.json().at("/0/applicationId").asText());
    assertTrue(uses.json().at("/0/lastUsedAt").asLong() >= first);
    assertEquals("[]", api.get("/api/application-uses").text());
    StringBuilder tooMany = new StringBuilder("/api/application-uses?x=");
    for (int i = 0; i <= 100; i++) {
      tooMany.append("&applicationId=").append(i);
    }
    assertEquals("guard.invalid_input", api.get(tooMany.toString()).code());
  }

  @Test
  void theFiltersAreJoinedByAnd() {
    logs.append(TENANT, LogEntry.of("RevokeToken").by("u1", "a1", null));
    logs.append(TENANT, LogEntry.of("ExchangeTokenBy.RefreshToken").by("u1", "a2", null));
    logs.append(TENANT, LogEntry.of("TriggerHook.User.Created"));
    assertEquals("2", total(""));
    assertEquals("2", total("?userId=u1&applicationId="));
    assertEquals("1", total("?userId=u1&applicationId=a2"));
    assertEquals("1", total("?logKey=RevokeToken"));
    assertEquals("0", total("?logKey=Revoke"));
    assertEquals("0", total("?logKey=TriggerHook.User.Created"));
  }

  @Test
  void bothEndsOfTheWindowAreInside() {
    logs.append(TENANT, LogEntry.of("RevokeToken"));
    long at = api.get("/api/logs").json().get(0).get("createdAt").asLong();
    assertEquals("1", total("?start_time=" + at + "&end_time=" + at));
    assertEquals("0", total("?start_time=" + (at + 1)));
    assertEquals("0", total("?end_time=" + (at - 1)));
    assertEquals("1", total("?start_time=1e12&end_time=" + at + ".5"));
    assertEquals("log.invalid_time_window", api.get("/api/logs?start_time=2&end_time=1").code());
    Answer wrong = api.get("/api/logs?start_time=soon");
    assertEquals(400, wrong.status());
    assertEquals("guard.invalid_input", wrong.code());
    assertNull(wrong.json().get("data"));
    assertEquals("guard.invalid_input", api.get("/api/logs?end_time=Infinity").code());
    assertEquals("guard.invalid_input", api.get("/api/logs?end_time=1e999999999").code());
    assertEquals("guard.invalid_pagination", api.get("/api/logs?page=0&start_time=x").code());
  }

  @Test
  void countingStopsAtTheCap() {
    for (int i = 0; i < 10_001; i++) {
      logs.append(TENANT, LogEntry.of("RevokeToken"));
    }
    Answer capped = api.get("/api/logs?enableCap=true&page=2&page_size=5");
    assertEquals("10001", capped.header("Total-Number"));
    assertEquals("true", capped.header("Total-Number-Is-Capped"));
    assertEquals(2, capped.headers("Link").size());
    assertEquals(5, capped.json().size());
    Answer whole = api.get("/api/logs?page=501&page_size=20");
    assertEquals("10001", whole.header("Total-Number"));
    assertEquals(1, whole.json().size());
    Answer beyond = api.get("/api/logs?page=502");
    assertEquals("[]", beyond.text());
    assertEquals("10001", beyond.header("Total-Number"));
  }

  @Test
  void anotherTenantsEntriesAreUnknown() {
    logs.append(TenantId.ADMIN, LogEntry.of("RevokeToken"));
    assertEquals("0", total(""));
    String id = db.one(TenantId.ADMIN, "select id from logs", row -> row.text("id"));
    assertEquals("entity.not_exists_with_id", api.get("/api/logs/" + id).code());
  }
}
