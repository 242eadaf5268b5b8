package io.gatehouse.access.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.id.Ids;
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
class ResourceApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void aResourceIsMadeReadChangedAndDeleted() {
    String indicator = "https://" + Ids.shortId() + ".example/";
    Answer made = create(indicator);
    assertEquals(201, made.status(), made.text());
    String id = made.json().get("id").asText();
    String row =
        "{\"tenantId\":\"default\",\"id\":\"%s\",\"name\":\"n\",\"indicator\":\"%s\",\"isDefault\":false,\"accessTokenTtl\":3600"
            .formatted(id, indicator);
    assertEquals(row + ",\"scopes\":[]}", made.text());
    assertEquals(row + "}", api.get("/api/resources/" + id).text());
    Answer changed =
        api.patch(
            "/api/resources/" + id,
            "{\"accessTokenTtl\":60,\"indicator\":\"x\",\"isDefault\":true}");
    assertEquals(60, changed.json().get("accessTokenTtl").asInt());
    assertEquals(indicator, changed.json().get("indicator").asText());
    assertEquals(false, changed.json().get("isDefault").asBoolean());
    assertEquals("entity.invalid_input", api.patch("/api/resources/" + id, "{}").code());
    assertEquals("resource.resource_identifier_in_use", create(indicator).code());
    assertEquals(204, api.delete("/api/resources/" + id).status());
    assertEquals("entity.not_exists_with_id", api.delete("/api/resources/" + id).code());
  }

  @Test
  void theListIsWholeUnlessAPageIsAsked() {
    Answer whole = api.get("/api/resources?page=&includeScopes=yes");
    assertNull(whole.header("Total-Number"));
    assertNull(whole.header("Link"));
    assertTrue(whole.json().findParents("indicator").size() >= 1);
    assertEquals("management-api", whole.json().get(0).get("id").asText());
    assertEquals("management-api-all", whole.json().get(0).get("scopes").get(0).get("id").asText());
    Answer page = api.get("/api/resources?page_size=1");
    assertEquals(1, page.json().size());
    assertNull(page.json().get(0).get("scopes"));
    assertEquals(
        "<http://localhost:3001/resources?page_size=1&page=1>; rel=\"first\"", page.header("Link"));
  }

  @Test
  void aPageThatIsNoNumberIsRefused() {
    for (String bad :
        java.util.List.of("page=0", "page=-1", "page=x", "page_size=101", "page=1&page=2")) {
      Answer answer = api.get("/api/resources?" + bad);
      assertEquals(400, answer.status(), bad);
      assertEquals("guard.invalid_pagination", answer.code(), bad);
    }
    assertEquals(200, api.get("/api/resources?page=1e0&page_size=%205").status());
    for (String odd : java.util.List.of("page=1.01", "page=Infinity")) {
      assertEquals("entity.invalid_input", api.get("/api/resources?" + odd).code(), odd);
    }
  }

  @Test
  void thereIsOneDefault() {
    String first = create("https://" + Ids.shortId() + ".example/").json().get("id").asText();
    String second = create("https://" + Ids.shortId() + ".example/").json().get("id").asText();
    assertTrue(setDefault(first, true).json().get("isDefault").asBoolean());
    assertTrue(setDefault(second, true).json().get("isDefault").asBoolean());
    assertEquals(false, api.get("/api/resources/" + first).json().get("isDefault").asBoolean());
    Answer missing = setDefault("none", true);
    assertEquals(404, missing.status());
    assertEquals("entity.not_exists", missing.code());
    assertTrue(
        api.get("/api/resources/" + second).json().get("isDefault").asBoolean(),
        "a failed change changes nothing");
    assertEquals("entity.not_exists_with_id", setDefault("none", false).code());
    assertEquals(200, setDefault(second, false).status());
  }

  @Test
  void theManagementApiIsNotToBeChanged() {
    assertEquals(
        "resource.cannot_modify_management_api",
        api.patch("/api/resources/management-api", "{\"name\":\"x\"}").code());
    assertEquals(
        "resource.cannot_delete_management_api",
        api.delete("/api/resources/management-api").code());
    assertEquals(
        "resource.cannot_modify_management_api",
        api.post("/api/resources/management-api/scopes", "{\"name\":\"x\"}").code());
  }

  @Test
  void scopesAreUniqueInTheirResource() {
    String scopes =
        "/api/resources/"
            + create("https://" + Ids.shortId() + ".example/").json().get("id").asText()
            + "/scopes";
    Answer made = api.post(scopes, "{\"name\":\"read\",\"description\":\"\"}");
    assertEquals(201, made.status(), made.text());
    assertTrue(made.json().get("description").isNull());
    assertTrue(made.json().get("createdAt").isIntegralNumber());
    assertEquals("scope.name_exists", api.post(scopes, "{\"name\":\"read\"}").code());
    assertEquals("scope.name_with_space", api.post(scopes, "{\"name\":\"a b\"}").code());
    assertEquals(
        "scope.name_with_space",
        api.post("/api/resources/none/scopes", "{\"name\":\"a b\"}").code());
    assertEquals(
        "entity.not_exists_with_id",
        api.post("/api/resources/none/scopes", "{\"name\":\"a\"}").code());
    assertEquals("[]", api.get("/api/resources/none/scopes").text());
    String one = scopes + "/" + made.json().get("id").asText();
    assertEquals("d", api.patch(one, "{\"description\":\"d\"}").json().get("description").asText());
    assertTrue(api.patch(one, "{\"description\":null}").json().get("description").isNull());
    assertEquals("entity.invalid_input", api.patch(one, "{}").code());
    assertEquals("entity.not_exists", api.patch(scopes + "/none", "{\"name\":\"x\"}").code());
    Answer listed = api.get(scopes + "?search=%25ea%25");
    assertEquals("1", listed.header("Total-Number"));
    assertEquals(204, api.delete(one).status());
    assertEquals("entity.not_found", api.delete(one).code());
  }

  private Answer create(String indicator) {
    return api.post("/api/resources", "{\"name\":\"n\",\"indicator\":\"%s\"}".formatted(indicator));
  }

  private Answer setDefault(String id, boolean isDefault) {
    return api.patch(
        "/api/resources/" + id + "/is-default", "{\"isDefault\":%s}".formatted(isDefault));
  }
}
