package io.gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AuditRecordApiTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  @Inject ApiClients clients;
  @Inject AdminAudit audit;
  @Inject Db db;
  private ApiClient api;
  private String noun;

  @BeforeEach
  void signIn() {
    api = clients.management();
    noun = "n" + Ids.shortId();
  }

  private void record(String actor, String id) {
    audit.record(
        TENANT,
        new Actor(Actor.Kind.User, actor, "192.0.2.1", "request"),
        AdminChange.created(noun, id, Map.of("name", id, "clientSecret", "hidden-in-here")));
  }

  @Test
  void theFiltersAreJoinedByAnd() {
    record("ada", "1");
    record("bob", "2");
    assertEquals("2", api.get("/api/audit-records?subjectType=" + noun).header("Total-Number"));
    JsonNode one = api.get("/api/audit-records?actorId=bob&subjectType=" + noun).json();
    assertEquals(1, one.size());
    assertEquals("2", one.get(0).get("subjectId").asText());
    assertEquals(
        "0",
        api.get("/api/audit-records?actorId=bob&subjectId=1&subjectType=" + noun)
            .header("Total-Number"));
    long at = one.get(0).get("createdAt").asLong();
    assertEquals(
        "0",
        api.get("/api/audit-records?subjectType=" + noun + "&start_time=" + (at + 60_000))
            .header("Total-Number"));
  }

  @Test
  void theExportIsOneObjectALineNewestFirstWithSecretsMasked() {
    for (int i = 0; i < 1_203; i++) {
      record("ada", Integer.toString(i));
    }
    Answer answer = api.get("/api/audit-records/export?subjectType=" + noun);
    assertEquals(200, answer.status());
    assertTrue(String.valueOf(answer.header("Content-Type")).startsWith("application/x-ndjson"));
    assertTrue(
        String.valueOf(answer.header("Content-Disposition")).contains("audit-records.jsonl"));
    List<String> lines = answer.text().lines().toList();
    assertEquals(1_203, lines.size());
    Set<String> ids = new HashSet<>();
    long before = Long.MAX_VALUE;
    for (String line : lines) {
      JsonNode one = JsonCodec.tree(line);
      ids.add(one.get("subjectId").asText());
      assertTrue(one.get("createdAt").asLong() <= before);
      before = one.get("createdAt").asLong();
      assertEquals(noun + ".created", one.get("action").asText());
    }
    assertEquals(1_203, ids.size());
    assertFalse(answer.text().contains("hidden-in-here"));
    assertEquals("", api.get("/api/audit-records/export?subjectType=nothing").text());
  }

  @Test
  void theListGoesOnAfterAPlaceWhateverIsAddedMeanwhile() {
    for (int i = 0; i < 45; i++) {
      record("ada", Integer.toString(i));
    }
    String list = "/api/audit-records?page_size=20&subjectType=" + noun;
    Answer page = api.get(list);
    List<String> seen = new ArrayList<>();
    while (true) {
      page.json().forEach(each -> seen.add(each.get("subjectId").asText()));
      String next = page.header("Next-After");
      if (next == null) {
        break;
      }
      record("bob", "later");
      page = api.get(list + "&after=" + next);
    }
    assertEquals(45, seen.size());
    assertEquals(45, new HashSet<>(seen).size());
    for (String wrong : List.of("x", "1", "1.", "999999999999999999999.a", "1.A")) {
      assertEquals("guard.invalid_pagination", api.get(list + "&after=" + wrong).code(), wrong);
    }
  }

  @Test
  void nobodyElseReadsIt() {
    assertEquals(401, clients.anonymous().get("/api/audit-records/export").status());
    assertEquals(
        "log.invalid_time_window",
        api.get("/api/audit-records/export?start_time=2&end_time=1").code());
  }
}
