package io.gatehouse.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
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
class OrganizationApiTest {
  private static final String PATH = "/api/organizations";
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void anOrganizationIsMadeReadChangedAndDeleted() {
    String name = unique();
    Answer made = api.post(PATH, "{\"name\":\"%s\",\"description\":\"\"}".formatted(name));
    assertEquals(201, made.status(), made.text());
    JsonNode organization = made.json();
    assertEquals(
        List.of(
            "tenantId",
            "id",
            "name",
            "description",
            "customData",
            "isMfaRequired",
            "color",
            "branding",
            "customCss",
            "createdAt"),
        fields(organization));
    assertEquals(12, organization.get("id").asText().length());
    assertTrue(organization.get("description").isNull());
    assertEquals("{}", organization.get("color").toString());
    assertTrue(organization.get("createdAt").isNumber());
    String own = PATH + "/" + organization.get("id").asText();
    assertEquals(made.text(), api.get(own).text());

    Answer changed =
        api.patch(
            own,
            """
            {"isMfaRequired":true,"customData":{"plan":"gold"},"color":{"primaryColor":"#0a7"},
             "branding":{"logoUrl":"https://example.org/logo.png"},"createdAt":1,"tenantId":"admin"}
            """);
    assertEquals(200, changed.status(), changed.text());
    assertTrue(changed.json().get("isMfaRequired").asBoolean());
    assertEquals("{\"primaryColor\":\"#0a7\"}", changed.json().get("color").toString());
    assertEquals(organization.get("createdAt"), changed.json().get("createdAt"));
    assertEquals("default", changed.json().get("tenantId").asText());
    assertEquals(
        "{\"seats\":3}",
        api.patch(own, "{\"customData\":{\"seats\":3}}").json().get("customData").toString());

    assertEquals(204, api.delete(own).status());
    assertEquals("entity.not_exists_with_id", api.get(own).code());
    assertEquals("entity.not_found", api.delete(own).code());
    assertEquals("entity.not_exists", api.patch(own, "{\"name\":\"x\"}").code());
  }

  @Test
  void aBodyThatDoesNotFitIsExplained() {
    assertEquals("guard.invalid_input", api.post(PATH, "{}").code());
    assertEquals(
        "guard.invalid_input",
        api.post(PATH, "{\"name\":\"a\",\"color\":{\"primaryColor\":\"red\"}}").code());
    assertEquals(
        "guard.invalid_input",
        api.post(PATH, "{\"name\":\"a\",\"branding\":{\"logoUrl\":\"no url\"}}").code());
    assertEquals(
        "guard.invalid_input", api.post(PATH, "{\"name\":\"" + "a".repeat(129) + "\"}").code());
    String id = made(unique());
    Answer nothing = api.patch(PATH + "/" + id, "{\"unknown\":1}");
    assertEquals(422, nothing.status());
    assertEquals("entity.invalid_input", nothing.code());
  }

  @Test
  void theListIsSearchedByAPartOfNameOrId() {
    String mark = unique();
    String first = made(mark + " one");
    String second = made(mark + " two");
    Answer found = api.get(PATH + "?q=" + mark);
    assertEquals("2", found.header("Total-Number"));
    assertEquals(first, found.json().get(0).get("id").asText());
    assertNull(found.json().get(0).get("usersCount"));
    assertEquals(
        second,
        api.get(PATH + "?q=" + mark + "&page=2&page_size=1").json().get(0).get("id").asText());
    Answer beyond = api.get(PATH + "?q=" + mark + "&page=3&page_size=1");
    assertEquals("[]", beyond.text());
    assertEquals("2", beyond.header("Total-Number"));
    assertEquals(
        second, api.get(PATH + "?q=" + second.substring(2)).json().get(0).get("id").asText());
  }

  @Test
  void theListCountsWithoutASearch() {
    long before = total();
    String id = made(unique());
    assertEquals(before + 1, total());
    api.delete(PATH + "/" + id);
    assertEquals(before, total());
  }

  @Test
  void theListTellsOfMembersWhereAsked() {
    String mark = unique();
    String id = made(mark);
    for (int i = 0; i < 4; i++) {
      String user = api.post("/api/users", "{\"name\":\"n\"}").json().get("id").asText();
      api.post(PATH + "/" + id + "/users", "{\"userIds\":[\"%s\"]}".formatted(user));
    }
    JsonNode listed = api.get(PATH + "?showFeatured=yes&q=" + mark).json().get(0);
    assertEquals(4, listed.get("usersCount").asInt());
    assertEquals(3, listed.get("featuredUsers").size());
    assertEquals(List.of("id", "avatar", "name"), fields(listed.get("featuredUsers").get(0)));
  }

  @Test
  void aSignInPageWearsWhatTheOrganizationShowsOfItself() {
    String id = made(unique());
    String own = PATH + "/" + id;
    String settings = "/api/.well-known/sign-in-exp?organizationId=" + id;
    JsonNode plain = api.get(settings).json();
    api.patch(
        own,
        """
        {"color":{"primaryColor":"#123abc"},"branding":{"logoUrl":"https://example.org/o.png"},
         "customCss":"body{}"}
        """);
    JsonNode worn = api.get(settings).json();
    assertEquals("#123abc", worn.at("/color/primaryColor").asText());
    assertEquals(plain.at("/color/darkPrimaryColor"), worn.at("/color/darkPrimaryColor"));
    assertEquals("https://example.org/o.png", worn.at("/branding/logoUrl").asText());
    assertEquals("body{}", worn.get("customCss").asText());
    assertEquals(
        plain.get("color"),
        api.get("/api/.well-known/sign-in-exp?organizationId=x").json().get("color"));
    Browser browser = new Browser();
    Seen page = browser.follow(browser.authorize("organization_id", id));
    assertTrue(page.text().contains("https://example.org/o.png"), page.text());
    Browser other = new Browser();
    assertFalse(other.follow(other.authorize()).text().contains("https://example.org/o.png"));
  }

  private long total() {
    return Long.parseLong(String.valueOf(api.get(PATH).header("Total-Number")));
  }

  private String made(String name) {
    return api.post(PATH, "{\"name\":\"%s\"}".formatted(name)).json().get("id").asText();
  }

  private static List<String> fields(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .toList();
  }

  private static String unique() {
    return "org" + Ids.shortId();
  }
}
