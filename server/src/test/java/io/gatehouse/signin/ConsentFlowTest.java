package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ConsentFlowTest {
  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();
  private ApiClient api;
  private User person;
  private String application;
  private String indicator;

  @BeforeEach
  void configure() {
    api = clients.management();
    person = people.anybody();
    application =
        made(
            "/api/applications",
            """
            {"name":"Carnet","type":"SPA","isThirdParty":true,
             "oidcClientMetadata":{"redirectUris":["https://carnet.example/back"],
               "postLogoutRedirectUris":[]}}
            """);
    indicator = "https://api.example/" + Ids.shortId();
    String resource =
        made("/api/resources", "{\"name\":\"The library\",\"indicator\":\"" + indicator + "\"}");
    String scope =
        made(
            "/api/resources/" + resource + "/scopes",
            "{\"name\":\"read:books\",\"description\":\"Read your books\"}");
    Answer allowed =
        api.post(
            "/api/applications/" + application + "/user-consent-scopes",
            "{\"userScopes\":[\"profile\"],\"resourceScopes\":[\"" + scope + "\"]}");
    assertEquals(201, allowed.status(), allowed.text());
    String role =
        made(
            "/api/roles",
            "{\"name\":\"%s\",\"description\":\"-\",\"scopeIds\":[\"%s\"]}"
                .formatted(Ids.shortId(), scope));
    Answer held =
        api.post("/api/users/" + person.id() + "/roles", "{\"roleIds\":[\"" + role + "\"]}");
    assertEquals(201, held.status(), held.text());
  }

  @Test
  void thePageNamesScopesInThePersonsLanguageAndResourcesAsTheyAreDescribed() {
    Seen page = askedOf("fr");
    assertEquals(200, page.status(), page.text());
    assertTrue(page.text().contains("Carnet"), page.text());
    assertTrue(page.text().contains("carnet.example"), page.text());
    assertTrue(page.text().contains("Voir votre nom"), page.text());
    assertTrue(page.text().contains("Read your books"), page.text());
    assertTrue(page.text().contains("The library"), page.text());
  }

  @Test
  void aDenialGoesBackWithAccessDeniedAndTheState() {
    askedOf("en");
    Seen back = decide("decision", "deny");
    assertTrue(back.location().startsWith("https://carnet.example/back?"), back.location());
    assertEquals("access_denied", back.parameter("error"));
    assertEquals("st4te", back.parameter("state"));
  }

  @Test
  void anAllowanceGoesBackWithACode() {
    askedOf("en");
    Seen back = decide("decision", "allow");
    assertNotNull(back.parameter("code"), back.location() + back.text());
    assertEquals("st4te", back.parameter("state"));
  }

  @Test
  void aPageOfOnesOwnReadsTheSameFromTheApiAndCannotNameAnOrganization() {
    askedOf("en");
    Seen info = browser.get("/api/interaction/consent");
    assertEquals(200, info.status(), info.text());
    assertEquals("profile", info.json().at("/missingOIDCScope/0").asText());
    assertEquals(indicator, info.json().at("/missingResourceScopes/0/resource/indicator").asText());
    assertEquals(
        "Read your books",
        info.json().at("/missingResourceScopes/0/scopes/0/description").asText());
    Seen refused =
        browser.api(
            "POST", "/api/interaction/consent", "{\"organizationIds\":[\"org_of_nobody\"]}");
    assertEquals(422, refused.status(), refused.text());
    assertEquals("organization.require_membership", refused.code());
  }

  @Test
  @Spec("RFC 6749 §4.1.2.1")
  void aScopeThatIsNotOnTheApplicationsListIsRefusedToIt() {
    Seen back = authorize("openid profile email", "en");
    assertTrue(back.location().startsWith("https://carnet.example/back?"), back.location());
    assertEquals("invalid_scope", back.parameter("error"));
    assertEquals("email", back.parameter("scope"));
    assertEquals("st4te", back.parameter("state"));
  }

  @Test
  void aResourcesScopeThatIsNotOnTheListIsNotAskedFor() {
    String list = "/api/applications/" + application + "/user-consent-scopes";
    String scope = api.get(list).json().at("/resourceScopes/0/scopes/0/id").asText();
    assertEquals(204, api.delete(list + "/resource-scopes/" + scope).status());
    Seen page = askedOf("en");
    assertEquals(200, page.status(), page.text());
    assertFalse(page.text().contains("Read your books"), page.text());
  }

  @Test
  void thePageWearsWhatTheApplicationShowsOfItself() {
    Answer worn =
        api.put(
            "/api/applications/" + application + "/sign-in-experience",
            """
            {"displayName":"The notebook","termsOfUseUrl":"https://carnet.example/terms",
             "branding":{"logoUrl":"https://carnet.example/logo.svg"}}
            """);
    assertEquals(201, worn.status(), worn.text());
    Seen page = askedOf("en");
    assertTrue(page.text().contains("The notebook"), page.text());
    assertTrue(page.text().contains("https://carnet.example/terms"), page.text());
    assertTrue(page.text().contains("src=\"/application-logo/"), page.text());
    Seen info = browser.get("/api/interaction/consent");
    assertEquals("The notebook", info.json().at("/application/displayName").asText());
    assertEquals(
        "https://carnet.example/logo.svg",
        info.json().at("/application/branding/logoUrl").asText());
  }

  @Test
  void somebodyElseMaySignInInsteadOfWhoIsAsked() {
    assertTrue(askedOf("en").text().contains("href=\"/sign-in?app_id=" + application + "\""));
    String another = String.valueOf(people.anybody().username());
    String page = "/sign-in?app_id=" + application;
    assertEquals(200, browser.get(page).status());
    Seen signedIn = browser.post(page, "identifier", another, "password", People.PASSWORD);
    Seen asked = browser.follow(signedIn);
    assertTrue(asked.text().contains("<bdi>" + another + "</bdi>"), asked.text());
    assertNotNull(decide("decision", "allow").parameter("code"));
  }

  private Seen askedOf(String language) {
    browser.follow(authorize("openid profile read:books", language));
    Seen signedIn =
        browser.post(
            "/sign-in?app_id=" + application,
            "identifier",
            String.valueOf(person.username()),
            "password",
            People.PASSWORD);
    assertEquals(303, signedIn.status(), signedIn.text());
    return browser.follow(signedIn);
  }

  private Seen authorize(String scope, String language) {
    return browser.get(
        "/oidc/auth?client_id="
            + application
            + "&redirect_uri=https%3A%2F%2Fcarnet.example%2Fback&response_type=code"
            + "&scope="
            + scope.replace(" ", "+").replace(":", "%3A")
            + "&state=st4te&resource="
            + indicator.replace(":", "%3A").replace("/", "%2F")
            + "&code_challenge_method=S256"
            + "&code_challenge=rywiWVrt9RO8mGMywp2tzGz0ikk5sXsdmTFf9gCqs_4&ui_locales="
            + language);
  }

  private Seen decide(String... fields) {
    Seen decided = browser.post("/consent?app_id=" + application, fields);
    assertEquals(303, decided.status(), decided.text());
    return browser.get(decided.location());
  }

  private String made(String path, String body) {
    Answer answer = api.post(path, body);
    assertTrue(answer.status() / 100 == 2, answer.text());
    return answer.json().path("id").asText();
  }
}
