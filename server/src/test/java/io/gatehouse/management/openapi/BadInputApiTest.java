package io.gatehouse.management.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends every operation of the Management API what does not fit, made from its own description. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class BadInputApiTest {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final String NOTHING = "nothing-has-this-id";

  /** A role of the tenant admin: a row that exists, for somebody else. */
  private static final String FOREIGN = "machine-default";

  @Inject ApiClients clients;
  @Inject Db db;
  private ApiClient api;
  private Map<String, Contract.Operation> operations = Map.of();

  @BeforeEach
  void readTheDescription() {
    api = clients.management();
    operations =
        Contract.operations(
            clients.anonymous().get("/api/.well-known/management.openapi.json").json());
    assertTrue(operations.size() > 100, "operations: " + operations.size());
  }

  @Test
  void aBodyThatDoesNotFitIsRefusedWithThePathOfTheMember() {
    List<String> wrong = new ArrayList<>();
    long changes = changes();
    int sent = 0;
    for (Contract.Operation operation : operations.values()) {
      JsonNode schema = schema(operation);
      if (schema.isMissingNode()) {
        continue;
      }
      for (Samples.Bad bad : Samples.bad(schema)) {
        sent++;
        Answer answer = send(operation, path(operation, NOTHING), bad.body().toString());
        judge(operation, bad, answer, wrong);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(sent > 500, "bodies: " + sent);
    assertEquals(changes, changes(), "a body that does not fit has changed something");
  }

  @Test
  void idsOfNothingAndOfOthersAreNotFound() {
    List<String> wrong = new ArrayList<>();
    long changes = changes();
    for (Contract.Operation operation : operations.values()) {
      if (!operation.path().contains("{") || operation.node().path("security").isArray()) {
        continue;
      }
      JsonNode schema = schema(operation);
      String body = schema.isMissingNode() ? null : Samples.good(schema).toString();
      for (String id : List.of(NOTHING, FOREIGN, "x".repeat(300), "%00", "%27%22%3B--")) {
        Answer answer = send(operation, path(operation, id), body);
        boolean refused = answer.status() >= 400 && answer.status() < 500;
        boolean empty = answer.status() == 200 && isEmpty(answer.json());
        if (!refused && !empty) {
          wrong.add(operation.label() + " with " + shortened(id) + ": " + shown(answer));
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(changes, changes(), "an id of nothing has changed something");
  }

  @Test
  void queriesThatDoNotFitAreNoDefectOfOurs() {
    List<String> wrong = new ArrayList<>();
    for (Contract.Operation operation : operations.values()) {
      if (!operation.method().equals("get")) {
        continue;
      }
      for (JsonNode parameter : operation.node().path("parameters")) {
        if (parameter.path("in").asText().equals("query")) {
          String name = parameter.path("name").asText();
          for (String value :
              List.of("", "-1", "a%00b", "%27", "x".repeat(2_000), "1&" + name + "=2")) {
            Answer answer =
                send(operation, path(operation, NOTHING) + "?" + name + "=" + value, null);
            if (answer.status() >= 500) {
              wrong.add(
                  operation.label() + "?" + name + "=" + shortened(value) + ": " + shown(answer));
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void judge(
      Contract.Operation operation, Samples.Bad bad, Answer answer, List<String> wrong) {
    String told = operation.label() + " " + String.join(".", steps(bad)) + " " + bad.what();
    if (answer.status() < 400 || answer.status() >= 500) {
      wrong.add(told + ": " + shown(answer));
    } else if (answer.code().isEmpty()) {
      wrong.add(told + " has no code: " + shown(answer));
    } else if (answer.code().equals("guard.invalid_input")
        && answer.json().at("/data/issues").isArray()
        && !names(answer.json().at("/data/issues"), steps(bad))) {
      wrong.add(told + " is not named: " + shown(answer));
    }
  }

  /** Whether an issue is about the member, something within it, or what it is within. */
  private static boolean names(JsonNode issues, List<String> member) {
    for (JsonNode issue : issues) {
      List<String> path = new ArrayList<>();
      issue.path("path").forEach(step -> path.add(step.asText()));
      int common = Math.min(path.size(), member.size());
      if (path.subList(0, common).equals(member.subList(0, common))) {
        return true;
      }
    }
    return false;
  }

  /** A list without rows, perhaps under a name. */
  private static boolean isEmpty(JsonNode answer) {
    if (answer.isArray()) {
      return answer.isEmpty();
    }
    for (JsonNode member : answer) {
      if (!member.isArray() || !member.isEmpty()) {
        return false;
      }
    }
    return answer.isObject();
  }

  private static List<String> steps(Samples.Bad bad) {
    return bad.path().stream().map(String::valueOf).toList();
  }

  private static String path(Contract.Operation operation, String id) {
    return PARAMETER.matcher(operation.path()).replaceAll(id);
  }

  private static JsonNode schema(Contract.Operation operation) {
    return operation.node().at("/requestBody/content/application~1json/schema");
  }

  private Answer send(Contract.Operation operation, String path, @Nullable String body) {
    String method = operation.method().toUpperCase(Locale.ROOT);
    return body == null
        ? api.send(method, path, null)
        : api.send(method, path, body, "Content-Type", "application/json");
  }

  /** Every change by an administrator leaves a record. */
  private long changes() {
    return db.one(
        TenantId.DEFAULT,
        "select count(*) as n from audit_records where tenant_id = ?",
        row -> row.number("n"),
        TenantId.DEFAULT);
  }

  private static String shown(Answer answer) {
    return answer.status() + " " + shortened(answer.text());
  }

  private static String shortened(String text) {
    return JsonCodec.text(text.length() > 160 ? text.substring(0, 160) + "…" : text);
  }
}
