package io.gatehouse.access.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class RoleApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void aRoleIsMadeReadChangedAndDeleted() {
    String name = unique();
    Answer made = api.post("/api/roles", role(name));
    assertEquals(200, made.status(), made.text());
    String id = made.json().get("id").asText();
    assertEquals(
        """
        {"tenantId":"default","id":"%s","name":"%s","description":"d","type":"User","isDefault":false}\
        """
            .formatted(id, name),
        made.text());
    assertEquals(made.text(), api.get("/api/roles/" + id).text());
    Answer changed =
        api.patch("/api/roles/" + id, "{\"description\":\"other\",\"type\":\"MachineToMachine\"}");
    assertEquals("other", changed.json().get("description").asText());
    assertEquals("User", changed.json().get("type").asText());
    Answer gone = api.delete("/api/roles/" + id);
    assertEquals(204, gone.status());
    assertEquals("", gone.text());
    Answer missing = api.get("/api/roles/" + id);
    assertEquals(404, missing.status());
    assertEquals("entity.not_exists_with_id", missing.code());
  }

  @Test
  void theListIsPagedAndTellsWhoHasARole() {
    for (int i = 0; i < 3; i++) {
      api.post("/api/roles", role("page_" + unique()));
    }
    Answer page = api.get("/api/roles?search=page_%25&page=2&page_size=1");
    assertEquals(200, page.status(), page.text());
    assertEquals(1, page.json().size());
    assertTrue(Integer.parseInt(String.valueOf(page.header("Total-Number"))) >= 3);
    assertEquals(
        "<http://localhost:3001/roles?search=page_%25&page=1&page_size=1>; rel=\"first\"",
        page.headers("Link").get(0));
    assertEquals(
        List.of("first", "prev", "last", "next"),
        page.headers("Link").stream().map(l -> l.replaceAll(".*rel=\"(.*)\"", "$1")).toList());
    JsonNode role = page.json().get(0);
    assertEquals(
        List.of(
            "tenantId",
            "id",
            "name",
            "description",
            "type",
            "isDefault",
            "usersCount",
            "featuredUsers",
            "applicationsCount",
            "featuredApplications"),
        StreamSupport.stream(((Iterable<String>) role::fieldNames).spliterator(), false).toList());
    assertEquals("[]", role.get("featuredUsers").toString());
  }

  @Test
  void aPageBeyondTheEndIsEmptyButKnowsTheTotal() {
    Answer page = api.get("/api/roles?page=1000");
    assertEquals("[]", page.text());
    assertFalse("0".equals(page.header("Total-Number")));
  }

  @Test
  void aNameIsTakenOnce() {
    String name = unique();
    String id = api.post("/api/roles", role(name)).json().get("id").asText();
    Answer second = api.post("/api/roles", role(name));
    assertEquals(422, second.status());
    assertEquals("role.name_in_use", second.code());
    String other = api.post("/api/roles", role(unique())).json().get("id").asText();
    assertEquals(
        "role.name_in_use", api.patch("/api/roles/" + other, "{\"name\":\"" + name + "\"}").code());
    assertEquals(200, api.patch("/api/roles/" + id, "{\"name\":\"" + name + "\"}").status());
  }

  @Test
  void aChangeOfNothingIsRefused() {
    String id = api.post("/api/roles", role(unique())).json().get("id").asText();
    Answer answer = api.patch("/api/roles/" + id, "{}");
    assertEquals(422, answer.status());
    assertEquals("entity.invalid_input", answer.code());
  }

  @Test
  void aBodyThatDoesNotFitIsExplained() {
    Answer answer = api.post("/api/roles", "{\"name\":\"\",\"type\":\"Robot\"}");
    assertEquals(400, answer.status());
    assertEquals("guard.invalid_input", answer.code());
    assertEquals(3, answer.json().get("data").get("issues").size());
    assertTrue(answer.json().get("details").asText().contains("Error in key path \"description\""));
  }

  @Test
  void scopesOfTheManagementApiAreForMachinesOnly() {
    String user = unique();
    Answer refused =
        api.post(
            "/api/roles",
            "{\"name\":\"%s\",\"description\":\"d\",\"scopeIds\":[\"management-api-all\"]}"
                .formatted(user));
    assertEquals(400, refused.status());
    assertEquals("role.management_api_scopes_not_assignable_to_user_role", refused.code());
    Answer machine =
        api.post(
            "/api/roles",
            "{\"name\":\"%s\",\"description\":\"d\",\"type\":\"MachineToMachine\",\"scopeIds\":[\"management-api-all\"]}"
                .formatted(user));
    assertEquals(200, machine.status(), machine.text());
    String scopes = "/api/roles/" + machine.json().get("id").asText() + "/scopes";
    Answer granted = api.get(scopes);
    assertNull(granted.header("Total-Number"));
    assertEquals("all", granted.json().get(0).get("name").asText());
    assertEquals(
        "https://default.logto.app/api",
        granted.json().get(0).get("resource").get("indicator").asText());
    Answer again = api.post(scopes, "{\"scopeIds\":[\"management-api-all\"]}");
    assertEquals("role.scope_exists", again.code());
    assertEquals(204, api.delete(scopes + "/management-api-all").status());
    assertEquals("entity.not_found", api.delete(scopes + "/management-api-all").code());
  }

  @Test
  void aMachinesRoleGoesToApplicationsAndNotToPeople() {
    Answer role =
        api.post(
            "/api/roles",
            "{\"name\":\"%s\",\"description\":\"d\",\"type\":\"MachineToMachine\"}"
                .formatted(unique()));
    String path = "/api/roles/" + role.json().get("id").asText();
    Answer linked = api.post(path + "/applications", "{\"applicationIds\":[\"demo-app\"]}");
    assertEquals(201, linked.status(), linked.text());
    assertEquals("Created", linked.text());
    assertEquals("text/plain; charset=utf-8", linked.header("Content-Type"));
    assertEquals(
        "role.application_exists",
        api.post(path + "/applications", "{\"applicationIds\":[\"demo-app\"]}").code());
    assertEquals(
        "entity.not_exists_with_id",
        api.post(path + "/applications", "{\"applicationIds\":[\"nobody\"]}").code());
    Answer person = api.post(path + "/users", "{\"userIds\":[\"nobody\"]}");
    assertEquals(422, person.status());
    assertEquals("entity.db_constraint_violated", person.code());
    assertEquals(204, api.delete(path + "/applications/demo-app").status());
    assertEquals("[]", api.get(path + "/applications").text());
    Answer machine =
        api.post(
            "/api/applications",
            "{\"name\":\"%s\",\"type\":\"MachineToMachine\"}".formatted(unique()));
    String application = machine.json().get("id").asText();
    api.post(path + "/applications", "{\"applicationIds\":[\"%s\"]}".formatted(application));
    Answer listed = api.get(path + "/applications?search.id=" + application);
    assertEquals("1", listed.header("Total-Number"));
    assertEquals(application, listed.json().get(0).get("id").asText());
    assertNull(listed.json().get(0).get("secret"));
    assertEquals(404, api.get("/api/roles/none/applications").status());
  }

  @Test
  void anUnknownUserIsNotFound() {
    String id = api.post("/api/roles", role(unique())).json().get("id").asText();
    Answer answer = api.post("/api/roles/" + id + "/users", "{\"userIds\":[\"nobody\"]}");
    assertEquals(404, answer.status());
    assertEquals("entity.not_found", answer.code());
    assertEquals("entity.not_found", api.delete("/api/roles/" + id + "/users/nobody").code());
  }

  @Test
  void theSearchGrammarPicksRoles() {
    String name = unique();
    api.post("/api/roles", role(name));
    assertEquals(1, api.get("/api/roles?search.name=" + name + "&mode.name=exact").json().size());
    assertEquals(
        1,
        api.get("/api/roles?search=%25" + name.toUpperCase(java.util.Locale.ROOT) + "%25")
            .json()
            .size());
    assertEquals(
        0,
        api.get(
                "/api/roles?search=%25"
                    + name.toUpperCase(java.util.Locale.ROOT)
                    + "%25&isCaseSensitive=yes")
            .json()
            .size());
    assertEquals(1, api.get("/api/roles?search=%5E" + name + "$&mode=posix").json().size());
    assertEquals(
        0, api.get("/api/roles?search.name=" + name + "&search.id=x&joint=and").json().size());
    assertEquals(1, api.get("/api/roles?search=" + name + "&search=x&mode=exact").json().size());
    for (String fault :
        java.util.List.of(
            "search.type=x",
            "search.name.x=y",
            "search=",
            "search=a&search=b",
            "search=a&mode=similar_to",
            "search=a&mode=like_it",
            "search=a&joint=xor")) {
      Answer answer = api.get("/api/roles?" + fault);
      assertEquals(400, answer.status(), fault);
      assertEquals("request.invalid_input", answer.code(), fault);
      assertEquals("{}", answer.json().get("data").toString());
    }
    Answer bad = api.get("/api/roles?search=(&mode=posix");
    assertEquals(422, bad.status(), "a pattern that PostgreSQL cannot read");
  }

  private static String role(String name) {
    return "{\"name\":\"%s\",\"description\":\"d\"}".formatted(name);
  }

  private static String unique() {
    return Ids.shortId();
  }
}
