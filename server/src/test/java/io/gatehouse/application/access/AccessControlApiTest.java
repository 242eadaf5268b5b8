package io.gatehouse.application.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AccessControlApiTest {
  private static final String NONE =
      "{\"userIds\":[],\"userRoleIds\":[],\"organizationIds\":[],\"organizationRoleRules\":[]}";

  @Inject ApiClients clients;
  @Inject People people;

  private ApiClient api;
  private String application;
  private String rules;

  @BeforeEach
  void prepare() {
    api = clients.management();
    application =
        "/api/applications/"
            + api.post("/api/applications", "{\"name\":\"Closed\",\"type\":\"SPA\"}")
                .json()
                .get("id")
                .asText();
    rules = application + "/access-control";
  }

  @Test
  void rulesAreReplacedAsAWholeAndAnsweredInOrder() {
    assertEquals(NONE, api.get(rules).text());
    String one = people.anybody().id();
    String two = people.anybody().id();
    String first = one.compareTo(two) < 0 ? one : two;
    String second = first.equals(one) ? two : one;
    Answer put = api.put(rules, users(second, first, second));
    assertEquals(200, put.status(), put.text());
    assertEquals(users(first, second), put.text());
    assertEquals(users(first, second), api.get(rules).text());
    assertEquals(NONE, api.put(rules, NONE).text());
  }

  @Test
  void withTheSwitchOnThereMustBeARule() {
    Answer early = api.patch(application, "{\"appLevelAccessControlEnabled\":true}");
    assertEquals(422, early.status());
    assertEquals("request.invalid_input", early.code());
    api.put(rules, users(people.anybody().id()));
    Answer on = api.patch(application, "{\"appLevelAccessControlEnabled\":true}");
    assertEquals(200, on.status(), on.text());
    Answer none = api.put(rules, NONE);
    assertEquals(422, none.status());
    assertEquals("request.invalid_input", none.code());
  }

  @Test
  void whoDoesNotExistAndRolesOfMachinesAreRefusedAndNothingIsChanged() {
    String somebody = people.anybody().id();
    api.put(rules, users(somebody));
    Answer unknown = api.put(rules, users("nobody"));
    assertEquals(404, unknown.status());
    assertEquals("entity.relation_foreign_key_not_found", unknown.code());
    String machines =
        api.post(
                "/api/roles",
                "{\"name\":\"machines %s\",\"description\":\"-\",\"type\":\"MachineToMachine\"}"
                    .formatted(somebody))
            .json()
            .get("id")
            .asText();
    Answer wrong =
        api.put(rules, NONE.replace("\"userRoleIds\":[", "\"userRoleIds\":[\"" + machines + "\""));
    assertEquals(422, wrong.status(), wrong.text());
    assertEquals("entity.db_constraint_violated", wrong.code());
    assertEquals(users(somebody), api.get(rules).text());
  }

  @Test
  void tooManyRulesAndMissingListsAreRefused() {
    String[] many = new String[1_001];
    for (int i = 0; i < many.length; i++) {
      many[i] = "user" + i;
    }
    assertEquals("guard.invalid_input", api.put(rules, users(many)).code());
    String[] repeated = Collections.nCopies(2_001, "same").toArray(String[]::new);
    assertEquals("guard.invalid_input", api.put(rules, users(repeated)).code());
    assertEquals("guard.invalid_input", api.put(rules, "{\"userIds\":[]}").code());
    assertEquals(404, api.get("/api/applications/nothing/access-control").status());
  }

  private static String users(String... ids) {
    String list = ids.length == 0 ? "" : "\"" + String.join("\",\"", ids) + "\"";
    return NONE.replace("\"userIds\":[", "\"userIds\":[" + list);
  }
}
