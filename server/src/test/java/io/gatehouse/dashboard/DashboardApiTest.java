package io.gatehouse.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.log.ActiveUsers;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DashboardApiTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  @Inject ApiClients clients;
  @Inject ActiveUsers active;
  @Inject People people;
  @Inject ServerClock clock;
  @Inject Db db;
  private ApiClient api;

  @BeforeEach
  void beginAnew() {
    api = clients.management();
    active.flush();
    db.update(TENANT, "delete from active_users");
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  private JsonNode read(String path) {
    api = clients.management(); // the clock may have passed the life of the last token
    Answer answer = api.get("/api/dashboard/users/" + path);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void wasActive(String user, LocalDate day) {
    db.update(
        TENANT,
        "insert into active_users (tenant_id, day, user_id) values (?, ?, ?)",
        TENANT,
        day,
        user);
  }

  @Test
  void theTotalAndTheDaysFollowThePeopleThatThereAre() {
    JsonNode before = read("new");
    long total = read("total").get("totalUserCount").asLong();
    var somebody = people.anybody();
    assertEquals(total + 1, read("total").get("totalUserCount").asLong());
    JsonNode after = read("new");
    for (String span : new String[] {"today", "last7Days"}) {
      for (String number : new String[] {"count", "delta"}) {
        String at = "/" + span + "/" + number;
        assertEquals(before.at(at).asLong() + 1, after.at(at).asLong(), at);
      }
    }
    api.delete("/api/users/" + somebody.id());
    assertEquals(before, read("new"));
    assertEquals(total, read("total").get("totalUserCount").asLong());
  }

  @Test
  void yesterdayAndTheWeekBeforeAreComparedWith() {
    clock.pass(Duration.ofDays(100));
    people.anybody();
    people.anybody();
    clock.pass(Duration.ofDays(1));
    people.anybody();
    assertEquals("{\"count\":1,\"delta\":-1}", read("new").get("today").toString());
    assertEquals("{\"count\":3,\"delta\":3}", read("new").get("last7Days").toString());
    clock.pass(Duration.ofDays(6));
    assertEquals("{\"count\":0,\"delta\":0}", read("new").get("today").toString());
    assertEquals("{\"count\":1,\"delta\":-1}", read("new").get("last7Days").toString());
  }

  @Test
  void whoWasJustActiveCountsAtOnceAndOnce() {
    String user = Ids.shortId();
    active.seen(TENANT, user);
    active.seen(TENANT, user);
    JsonNode activity = read("active");
    assertEquals(30, activity.get("dauCurve").size());
    assertEquals(today().toString(), activity.at("/dauCurve/29/date").asText());
    assertEquals(1, activity.at("/dauCurve/29/count").asInt());
    assertEquals(0, activity.at("/dauCurve/0/count").asInt());
    for (String span : new String[] {"dau", "wau", "mau"}) {
      assertEquals("{\"count\":1,\"delta\":1}", activity.get(span).toString(), span);
    }
    active.seen(TENANT, Ids.shortId());
    assertEquals(2, read("active").at("/mau/count").asInt());
  }

  @Test
  void aPersonCountsOnceInAWeekAndInAMonth() {
    LocalDate day = LocalDate.of(2021, 5, 31);
    for (int before : new int[] {0, 1, 6, 7, 29, 30, 59, 60}) {
      wasActive("often", day.minusDays(before));
    }
    wasActive("once", day.minusDays(6));
    JsonNode activity = read("active?date=2021-05-31");
    assertEquals("2021-05-02", activity.at("/dauCurve/0/date").asText());
    assertEquals("{\"count\":1,\"delta\":0}", activity.get("dau").toString());
    assertEquals("{\"count\":2,\"delta\":1}", activity.get("wau").toString());
    assertEquals("{\"count\":2,\"delta\":1}", activity.get("mau").toString());
  }

  @Test
  void todayIsAddedToWhatIsRemembered() {
    clock.pass(Duration.ofDays(200));
    wasActive("a", today().minusDays(3));
    wasActive("b", today().minusDays(2));
    assertEquals(2, read("active").at("/wau/count").asInt());
    active.seen(TENANT, "a");
    active.seen(TENANT, "c");
    assertEquals(3, read("active").at("/wau/count").asInt());
    assertEquals(2, read("active").at("/dau/count").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "today", "2026-13-40", "2026-02-30", "1234-01-01", "2026-1-1"})
  void whatIsNoDayIsRefused(String date) {
    Answer answer = api.get("/api/dashboard/users/active?date=" + date);
    assertEquals(400, answer.status());
    assertEquals("guard.invalid_input", answer.code());
  }
}
