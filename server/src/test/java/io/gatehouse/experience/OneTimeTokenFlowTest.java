package io.gatehouse.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes with a token that was made for their address. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OneTimeTokenFlowTest {
  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();
  private final String email = "e" + Ids.shortId() + "@example.org";
  private ApiClient api;
  private String organization = "";

  @BeforeEach
  void prepare() {
    api = clients.management();
    organization = api.post("/api/organizations", "{\"name\":\"Crew\"}").json().get("id").asText();
    settings(
        """
        {"signInMode":"SignIn","signUp":{"identifiers":[],"password":false,"verify":false}}
        """);
  }

  @AfterEach
  void restore() {
    settings(
        """
        {"signInMode":"SignInAndRegister","signUp":{"identifiers":["username"],"password":true,"verify":false}}
        """);
  }

  @Test
  void aNewcomerRegistersWithItThoughNobodyElseMayAndJoinsItsOrganizations() {
    begin("SignIn");
    String proof = verified(token("{\"jitOrganizationIds\":[\"%s\"]}".formatted(organization)));
    Seen unknown = identify(proof);
    assertEquals("user.user_not_exist", unknown.code());
    assertEquals(
        204,
        browser
            .api("PUT", "/api/experience/interaction-event", "{\"interactionEvent\":\"Register\"}")
            .status());
    Seen registered = identify(proof);
    assertEquals(201, registered.status(), registered.text());
    assertEquals(200, browser.api("POST", "/api/experience/submit", null).status());
    Answer members = api.get("/api/organizations/" + organization + "/users");
    assertEquals(email, members.json().at("/0/primaryEmail").asText(), members.text());
  }

  @Test
  void whoIsKnownSignsInWithItAndJoinsItsOrganizations() {
    String id = people.with(null, email).id();
    begin("SignIn");
    String proof = verified(token("{\"jitOrganizationIds\":[\"%s\"]}".formatted(organization)));
    assertEquals(204, identify(proof).status());
    Seen done = browser.api("POST", "/api/experience/submit", null);
    assertEquals(200, done.status(), done.text());
    Answer members = api.get("/api/organizations/" + organization + "/users");
    assertEquals(id, members.json().at("/0/id").asText(), members.text());
  }

  @Test
  void aTokenIsForOneUseOneAddressAndOnePurpose() {
    people.with(null, email);
    begin("SignIn");
    String token = token("{}");
    assertEquals("one_time_token.email_mismatch", verify("other@example.org", token).code());
    assertEquals(200, verify(email, token).status());
    assertEquals("one_time_token.token_consumed", verify(email, token).code());
    assertEquals("one_time_token.token_not_found", verify(email, "x").code());
    assertEquals("guard.invalid_input", verify("nobody", token).code());
    String other = token("{\"interactionEvent\":\"Register\"}");
    assertEquals("one_time_token.interaction_event_mismatch", verify(email, other).code());
    begin("Register");
    assertEquals(200, verify(email, other).status(), "a refused use does not use it up");
  }

  @Test
  void withoutItNobodyRegistersWhereRegistrationIsOff() {
    begin("SignIn");
    Seen refused =
        browser.api(
            "PUT", "/api/experience/interaction-event", "{\"interactionEvent\":\"Register\"}");
    assertEquals("auth.forbidden", refused.code());
  }

  @Test
  void aLinkLeadsToAPageAndOnlyItsButtonUsesTheTokenUp() {
    String token = token("{\"jitOrganizationIds\":[\"%s\"]}".formatted(organization));
    Seen page = browser.follow(browser.authorize("one_time_token", token, "login_hint", email));
    assertEquals(200, page.status(), page.text());
    assertTrue(page.text().contains(email), page.text());
    assertEquals(200, browser.get("/one-time-token?app_id=demo-app").status());
    Seen done = browser.post("/one-time-token?app_id=demo-app");
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());
    assertNotNull(browser.follow(done).parameter("code"));
    Answer members = api.get("/api/organizations/" + organization + "/users");
    assertEquals(email, members.json().at("/0/primaryEmail").asText(), members.text());

    Browser other = new Browser();
    other.follow(other.authorize("one_time_token", token, "login_hint", email));
    Seen again = other.post("/one-time-token?app_id=demo-app");
    assertEquals(200, again.status());
    assertTrue(again.text().contains("This link has been used already"), again.text());
    assertTrue(again.text().contains("This link cannot be used"), again.text());
    Seen back = other.get("/sign-in?app_id=demo-app");
    assertEquals(200, back.status(), "the way back does not lead to the token again");
  }

  @Test
  void aLinkForSomebodyElseSignsThemInOnlyAfterAQuestion() {
    String here = "h" + Ids.shortId() + "@example.org";
    people.with(null, here);
    people.with(null, email);
    follows(here);
    String token = token("{}");
    Seen page = browser.follow(browser.authorize("one_time_token", token, "login_hint", email));
    assertTrue(page.text().contains("<bdi>" + here + "</bdi>"), page.text());
    assertTrue(page.text().contains("value=\"stay\""), page.text());
    Seen stayed = browser.post("/one-time-token?app_id=demo-app", "do", "stay");
    assertEquals("", stayed.location(), "the origin of the application, which is ours here");
    Seen done = browser.post("/one-time-token?app_id=demo-app");
    assertNotNull(browser.follow(done).parameter("code"), done.text());
    Seen again = browser.authorize("one_time_token", token, "login_hint", email);
    assertNotNull(again.parameter("code"), "their own link, once more: " + again.location());
  }

  /** Signs somebody in by a link. */
  private void follows(String address) {
    Answer made = api.post("/api/one-time-tokens", "{\"email\":\"%s\"}".formatted(address));
    String token = made.json().get("token").asText();
    browser.follow(browser.authorize("one_time_token", token, "login_hint", address));
    Seen done = browser.post("/one-time-token?app_id=demo-app");
    assertNotNull(browser.follow(done).parameter("code"), done.location() + done.text());
  }

  private void begin(String event) {
    browser.authorize();
    Seen begun = browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"" + event + "\"}");
    assertEquals(204, begun.status(), begun.text());
  }

  private String token(String context) {
    Answer made =
        api.post(
            "/api/one-time-tokens", "{\"email\":\"%s\",\"context\":%s}".formatted(email, context));
    assertEquals(201, made.status(), made.text());
    return made.json().get("token").asText();
  }

  private String verified(String token) {
    Seen proved = verify(email, token);
    assertEquals(200, proved.status(), proved.text());
    String id = proved.json().get("verificationId").asText();
    assertTrue(browser.api("GET", "/api/experience/interaction", null).text().contains(id));
    return id;
  }

  private Seen verify(String address, String token) {
    return browser.api(
        "POST",
        "/api/experience/verification/one-time-token/verify",
        "{\"identifier\":{\"type\":\"email\",\"value\":\"%s\"},\"token\":\"%s\"}"
            .formatted(address, token));
  }

  private Seen identify(String proof) {
    return browser.api(
        "POST", "/api/experience/identification", "{\"verificationId\":\"" + proof + "\"}");
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
