package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Newcomers answer the tenant's own questions before they are let in. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ExtraProfileFlowTest {
  private static final String REGISTER = "/register?app_id=demo-app";
  private static final String PAGE = "/continue/extra-profile?app_id=demo-app";
  private static final String STRONG = "nine-Loud_cranes";

  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();
  private final List<String> fields = new ArrayList<>();
  private final String mark = Ids.shortId();
  private ApiClient api;

  @BeforeEach
  void prepare() {
    api = clients.management();
  }

  @AfterEach
  void askNothing() {
    settings("[]");
    fields.forEach(name -> api.delete("/api/custom-profile-fields/" + name));
  }

  @Test
  void aNewcomerAnswersAndEveryAnswerIsKeptInItsPlace() {
    ask("age" + mark, "Number", true, "{\"minValue\":18}");
    ask("boat" + mark, "Select", false, "{\"options\":[{\"value\":\"s\",\"label\":\"Sloop\"}]}");
    ask("news" + mark, "Checkbox", false, "{\"defaultValue\":\"true\"}");
    ask("nickname", "Text", false, "{}");
    ask("called" + mark, "Fullname", true, "{\"parts\":[" + part("givenName", true) + "]}");
    ask(
        "home" + mark,
        "Address",
        false,
        "{\"parts\":[" + part("country", true) + "," + part("region", false) + "]}");
    askAll();
    String name = People.username();
    browser.follow(browser.authorize("first_screen", "register"));
    Seen sent = browser.post(REGISTER, "identifier", name, "password", STRONG);
    assertEquals(PAGE, sent.location(), sent.text());
    Seen page = browser.get(PAGE, "Accept-Language", "fr");
    assertEquals("fr", page.header("Content-Language"));
    assertTrue(page.text().contains("Faisons connaissance"), page.text());
    assertTrue(page.text().contains("name=\"called" + mark + ".givenName\""), page.text());
    assertFalse(page.text().contains("home" + mark + ".region"), "a part that is not asked for");
    assertTrue(page.text().contains("checked"), page.text());

    Seen young = browser.post(PAGE, "age" + mark, "17", "called" + mark + ".givenName", "Zoë");
    assertEquals(200, young.status());
    assertTrue(young.text().contains("id=\"age" + mark + "-error\""), young.text());
    assertTrue(young.text().contains("value=\"Zoë\""), "what was typed stays");
    assertEquals(0, api.get("/api/users?search.username=" + name).json().size());

    Seen done =
        browser.post(
            PAGE,
            "age" + mark,
            "18",
            "boat" + mark,
            "s",
            "called" + mark + ".givenName",
            "Zoë",
            "home" + mark + ".country",
            "PT");
    assertEquals(303, done.status(), done.text());
    assertNotNull(browser.get(done.location()).parameter("code"), done.location());
    JsonNode user = api.get("/api/users?search.username=" + name).json().get(0);
    assertEquals("{\"givenName\":\"Zoë\"}", user.get("profile").toString());
    JsonNode data = user.get("customData");
    assertEquals(18, data.get("age" + mark).asInt());
    assertEquals("s", data.get("boat" + mark).asText());
    assertFalse(data.get("news" + mark).asBoolean(true));
    assertEquals("PT", data.at("/home" + mark + "/country").asText());
  }

  @Test
  void whatMayBeLeftOutIsAskedOnceAndWhoIsNoNewcomerIsNotAsked() {
    ask("hat" + mark, "Text", false, "{}");
    askAll();
    String name = People.username();
    browser.follow(browser.authorize("first_screen", "register"));
    assertEquals(PAGE, browser.post(REGISTER, "identifier", name, "password", STRONG).location());
    browser.get(PAGE);
    Seen done = browser.post(PAGE);
    assertNotNull(browser.get(done.location()).parameter("code"), done.location() + done.text());

    Browser other = new Browser();
    other.follow(other.authorize());
    Seen again = other.post("/sign-in?app_id=demo-app", "identifier", name, "password", STRONG);
    assertTrue(again.location().startsWith("/oidc/auth/"), again.location() + again.text());
  }

  @Test
  void allFieldsAreAskedForWhereTheSettingsNameNone() {
    ask("shoe" + mark, "Text", true, "{}");
    settings("null");
    browser.follow(browser.authorize("first_screen", "register"));
    Seen sent = browser.post(REGISTER, "identifier", People.username(), "password", STRONG);
    assertEquals(PAGE, sent.location(), sent.text());
    assertTrue(browser.get(PAGE).text().contains("name=\"shoe" + mark + "\""));
    Seen done = browser.post(PAGE, "shoe" + mark, "42");
    assertNotNull(browser.get(done.location()).parameter("code"), done.location() + done.text());
  }

  @Test
  void thePageBelongsToSomebodyWhoHasBegun() {
    browser.follow(browser.authorize());
    assertEquals("/sign-in?app_id=demo-app", browser.get(PAGE).location());
    assertEquals("/sign-in?app_id=demo-app", browser.post(PAGE).location());
  }

  @Test
  void aPageOfOnesOwnAsksTheSameOverTheApi() {
    ask("age" + mark, "Number", true, "{}");
    askAll();
    JsonNode told = clients.anonymous().get("/api/.well-known/sign-in-exp").json();
    assertEquals("age" + mark, told.at("/customProfileFields/0/name").asText());
    assertEquals("Number", told.at("/customProfileFields/0/type").asText());
    assertTrue(told.get("customProfileFieldCatalog").size() >= 1);
    browser.authorize();
    assertEquals(204, call("PUT", "", "{\"interactionEvent\":\"Register\"}").status());
    String proof =
        call(
                "POST",
                "/verification/new-password-identity",
                "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"},\"password\":\"%s\"}"
                    .formatted(People.username(), STRONG))
            .json()
            .path("verificationId")
            .asText();
    String identify = "{\"verificationId\":\"" + proof + "\"}";
    Seen refused = call("POST", "/identification", identify);
    assertEquals("user.missing_profile", refused.code(), refused.text());
    assertEquals("extraProfile", refused.json().at("/data/missingProfile/0").asText());
    Seen reserved =
        call("POST", "/profile", "{\"type\":\"extraProfile\",\"values\":{\"username\":\"x\"}}");
    assertEquals(
        "custom_profile_fields.name_conflict_sign_in_identifier", reserved.code(), reserved.text());
    Seen added =
        call(
            "POST",
            "/profile",
            "{\"type\":\"extraProfile\",\"values\":{\"age%s\":7}}".formatted(mark));
    assertEquals(204, added.status(), added.text());
    assertEquals(201, call("POST", "/identification", identify).status());
    assertEquals(200, call("POST", "/submit", null).status());
  }

  private Seen call(String method, String path, @Nullable String json) {
    return browser.api(method, "/api/experience" + path, json);
  }

  private void ask(String name, String type, boolean required, String config) {
    Answer made =
        api.post(
            "/api/custom-profile-fields",
            "{\"name\":\"%s\",\"type\":\"%s\",\"required\":%s,\"config\":%s}"
                .formatted(name, type, required, config));
    assertEquals(201, made.status(), made.text());
    fields.add(name);
  }

  private static String part(String name, boolean enabled) {
    return "{\"enabled\":%s,\"name\":\"%s\",\"type\":\"Text\",\"required\":false}"
        .formatted(enabled, name);
  }

  private void askAll() {
    settings(
        fields.stream()
            .map(name -> "{\"name\":\"" + name + "\"}")
            .collect(Collectors.joining(",", "[", "]")));
  }

  private void settings(String asked) {
    Answer changed = api.patch("/api/sign-in-exp", "{\"signUpProfileFields\":" + asked + "}");
    assertEquals(200, changed.status(), changed.text());
  }
}
