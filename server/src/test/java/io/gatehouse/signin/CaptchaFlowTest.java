package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.ProviderPlaces;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInCaptcha;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever signs in, registers or asks for a code shows to be a person, where that is asked for. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class CaptchaFlowTest {
  private static final String SIGN_IN = "/sign-in?app_id=demo-app";
  private static final String REGISTER = "/register?app_id=demo-app";
  private static final String CHECK = "/captcha?app_id=demo-app";
  private static final String API = "/api/experience";
  private static final String WIDGET = "data-captcha=\"turnstile\"";
  private static final String ASKED = "Please show that you are human.";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ProviderPlaces places;

  private final Browser browser = new Browser();
  private StandInCaptcha outside;
  private ApiClient api;

  @BeforeEach
  void configure() {
    outside = new StandInCaptcha(places);
    api = clients.management();
    String keys = "{\"type\":\"Turnstile\",\"siteKey\":\"site-key\",\"secretKey\":\"secret\"}";
    assertEquals(200, api.put("/api/captcha-provider", "{\"config\":" + keys + "}").status());
    switched(true);
  }

  @AfterEach
  void restore() {
    api.delete("/api/captcha-provider");
    places.restore();
    outside.close();
  }

  private void switched(boolean on) {
    String policy = "{\"captchaPolicy\":{\"enabled\":" + on + "}}";
    assertEquals(200, api.patch("/api/sign-in-exp", policy).status());
  }

  @Test
  void theWidgetAndItsSourcesAreThereOnlyWhereItIsOn() {
    Seen page = browser.follow(browser.authorize());
    assertTrue(page.text().contains(WIDGET), page.text());
    assertTrue(page.text().contains("data-site-key=\"site-key\""));
    assertTrue(page.text().contains("<noscript>"), "it is said that a script is needed");
    assertFalse(page.text().contains("secret"), page.text());
    String policy = page.header("Content-Security-Policy");
    String cloudflare = "https://challenges.cloudflare.com";
    assertTrue(policy.matches(".*script-src 'self' 'nonce-\\S+' " + cloudflare + ";.*"), policy);
    assertTrue(policy.endsWith("; frame-src " + cloudflare), policy);
    switched(false);
    Seen without = browser.get(SIGN_IN);
    assertFalse(without.text().contains("captcha"), without.text());
    assertFalse(without.header("Content-Security-Policy").contains("cloudflare"));
  }

  @Test
  void aPageOfOnesOwnIsAskedForItBeforeAnybodyIsLookedFor() {
    browser.authorize();
    assertEquals(204, browser.api("PUT", API, "{\"interactionEvent\":\"SignIn\"}").status());
    Seen refused = browser.api("POST", API + "/submit", "{}");
    assertEquals(422, refused.status(), refused.text());
    assertEquals("session.captcha_required", refused.code());
    switched(false);
    assertEquals("session.identifier_not_found", browser.api("POST", API + "/submit", "{}").code());
  }

  @Test
  void aCaptchaLetsOneAttemptThroughAndWhatWasTypedStays() {
    String name = String.valueOf(people.anybody().username());
    browser.follow(browser.authorize());
    Seen asked = signIn(browser, name, People.PASSWORD);
    assertEquals(200, asked.status());
    assertTrue(asked.text().contains(ASKED), asked.text());
    assertTrue(asked.text().contains("value=\"" + name + "\""), asked.text());

    assertEquals(422, browser.post(CHECK, "captcha", "program").status());
    assertTrue(signIn(browser, name, People.PASSWORD).text().contains(ASKED));
    assertEquals(204, browser.post(CHECK, "captcha", "person").status());
    Seen wrong = signIn(browser, name, "wrong one");
    assertTrue(wrong.text().contains("id=\"password-error\""), wrong.text());
    assertTrue(wrong.text().contains(WIDGET), "the next attempt needs another one");
    assertTrue(signIn(browser, name, People.PASSWORD).text().contains(ASKED));

    assertEquals(204, browser.post(CHECK, "captcha", "person").status());
    Seen done = signIn(browser, name, People.PASSWORD);
    assertEquals(303, done.status(), done.text());
    assertNotNull(browser.get(done.location()).parameter("code"));
  }

  @Test
  void oneOfManyAttemptsAtOnceIsLetThrough() {
    String name = String.valueOf(people.anybody().username());
    browser.follow(browser.authorize());
    assertEquals(204, browser.post(CHECK, "captcha", "person").status());
    List<Browser> windows = Stream.generate(browser::copy).limit(16).toList();
    List<Seen> answers =
        IntStream.range(0, windows.size())
            .parallel()
            .mapToObj(i -> signIn(windows.get(i), name, "wrong one"))
            .toList();
    long tried =
        answers.stream().filter(each -> each.text().contains("id=\"password-error\"")).count();
    assertEquals(1, tried);
  }

  @Test
  void newcomersSolveOneToo() {
    String name = People.username();
    browser.follow(browser.authorize("first_screen", "register"));
    Seen asked = browser.post(REGISTER, "identifier", name, "password", People.PASSWORD);
    assertTrue(asked.text().contains(ASKED), asked.text());
    assertTrue(asked.text().contains("value=\"" + name + "\""), asked.text());
    assertEquals(204, browser.post(CHECK, "captcha", "person").status());
    Seen made = browser.post(REGISTER, "identifier", name, "password", People.PASSWORD);
    assertEquals(303, made.status(), made.text());
    assertNotNull(browser.get(made.location()).parameter("code"));
  }

  @Test
  void aFormOfAnotherBrowserBringsNoCaptcha() {
    browser.follow(browser.authorize());
    browser.forgetFormToken();
    assertEquals(200, browser.post(CHECK, "captcha", "person").status());
    assertEquals(0, outside.asked().size(), "whoever is strange is not asked about");
  }

  @Test
  void pagesOfOnesOwnBringTheTokenAsTheyBegin() {
    User person = people.anybody();
    browser.authorize();
    Seen refused = begin("SignIn", "program");
    assertEquals(422, refused.status());
    assertEquals("session.captcha_failed", refused.code());
    assertEquals(204, begin("SignIn", null).status());
    identify(person);
    assertEquals("session.captcha_required", browser.api("POST", API + "/submit", null).code());
    assertEquals(204, begin("SignIn", "person").status());
    identify(person);
    JsonNode state = browser.api("GET", API + "/interaction", null).json();
    assertEquals("{\"verified\":true,\"skipped\":false}", state.path("captcha").toString());
    assertEquals(200, browser.api("POST", API + "/submit", null).status());
  }

  @Test
  void neitherAccountsNorCodesAreMadeForPrograms() {
    browser.authorize();
    assertEquals(204, begin("Register", null).status());
    String code =
        "{\"identifier\":{\"type\":\"email\",\"value\":\"a@example.org\"},\"interactionEvent\":\"Register\"}";
    assertEquals(
        "session.captcha_required",
        browser.api("POST", API + "/verification/verification-code", code).code());
    profile("username", People.username());
    profile("password", People.PASSWORD);
    assertEquals(
        "session.captcha_required", browser.api("POST", API + "/identification", "{}").code());
  }

  @Test
  void administratorsReadWhyNobodyPasses() {
    browser.authorize();
    begin("SignIn", "program");
    JsonNode log =
        api.get("/api/logs?logKey=Interaction.Create.Captcha&page=1&page_size=1").json().get(0);
    assertEquals("Error", log.at("/payload/result").asText(), log.toString());
    assertEquals("session.captcha_failed", log.at("/payload/error/code").asText());
    assertTrue(log.at("/payload/error/reason").asText().contains("invalid-input-response"));
  }

  private static Seen signIn(Browser at, String name, String password) {
    return at.post(SIGN_IN, "identifier", name, "password", password);
  }

  private Seen begin(String event, @Nullable String token) {
    String more = token == null ? "" : ",\"captchaToken\":\"" + token + "\"";
    return browser.api("PUT", API, "{\"interactionEvent\":\"" + event + "\"" + more + "}");
  }

  private void identify(User person) {
    Seen proved =
        browser.api(
            "POST",
            API + "/verification/password",
            "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"},\"password\":\"%s\"}"
                .formatted(person.username(), People.PASSWORD));
    String id = proved.json().path("verificationId").asText();
    String body = "{\"verificationId\":\"" + id + "\"}";
    assertEquals(204, browser.api("POST", API + "/identification", body).status());
  }

  private void profile(String type, String value) {
    String body = "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, value);
    assertEquals(204, browser.api("POST", API + "/profile", body).status());
  }
}
