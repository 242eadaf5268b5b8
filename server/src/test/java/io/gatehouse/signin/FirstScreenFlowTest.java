package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a sign-in begins, as the application wishes it. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class FirstScreenFlowTest {
  private static final String SETTINGS =
      """
      {"signUp":{"identifiers":[%s],"password":true,"verify":%s},
       "signIn":{"methods":[%s]},"forgotPasswordMethods":[%s],"signInMode":"SignInAndRegister"}
      """;
  private static final String USERNAME =
      "{\"identifier\":\"username\",\"password\":true,\"verificationCode\":false,\"isPasswordPrimary\":true}";
  private static final String EMAIL =
      "{\"identifier\":\"email\",\"password\":true,\"verificationCode\":true,\"isPasswordPrimary\":true}";

  @Inject ApiClients clients;
  @Inject ServerClock clock;

  private final Browser browser = new Browser();
  private final Mailbox mailbox = new Mailbox();

  @BeforeEach
  void configure() {
    clients
        .management()
        .post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
    settings(
        SETTINGS.formatted(
            "\"email\"", "true", USERNAME + "," + EMAIL, "\"EmailVerificationCode\""));
  }

  @AfterEach
  void restore() {
    clock.reset();
    settings(SETTINGS.formatted("\"username\"", "false", USERNAME, ""));
    mailbox.close();
  }

  @Test
  void eachScreenHasItsPage() {
    Map.of(
            "sign_in", "/sign-in",
            "register", "/register",
            "reset_password", "/reset-password",
            "identifier:sign_in", "/identifier-sign-in",
            "identifier:register", "/identifier-register")
        .forEach((screen, path) -> {
          Seen asked = browser.authorize("first_screen", screen);
          assertEquals(path + "?app_id=demo-app", asked.location());
          assertEquals(200, browser.get(asked.location()).status(), path);
        });
  }

  @Test
  void theOlderWordStillWorksAndTheNewerOneWins() {
    assertTrue(browser.authorize("interaction_mode", "signUp").location().startsWith("/register?"));
    assertTrue(browser.authorize("interaction_mode", "signIn").location().startsWith("/sign-in?"));
    Seen both = browser.authorize("interaction_mode", "signUp", "first_screen", "sign_in");
    assertTrue(both.location().startsWith("/sign-in?"), both.location());
  }

  @Test
  void aHintIsTypedInAlready() {
    for (String screen : new String[] {"sign_in", "register", "reset_password"}) {
      Seen page = shown("first_screen", screen, "login_hint", "anne@example.org");
      assertTrue(page.text().contains("value=\"anne@example.org\""), screen);
    }
  }

  @Test
  void identifiersAreNarrowedWhereNothingElseIsAskedFor() {
    Seen email = shown("first_screen", "identifier:sign_in", "identifier", "email phone");
    assertTrue(email.text().contains("inputmode=\"email\""), email.text());
    assertFalse(email.text().contains("name=\"password\""), "an address may choose a code");
    Seen username = shown("first_screen", "identifier:sign_in", "identifier", "username");
    assertFalse(username.text().contains("inputmode=\"email\""));
    assertTrue(username.text().contains("name=\"password\""), "a name has only its password");
    Seen refused = browser.post("/sign-in?app_id=demo-app", "identifier", "", "password", "");
    assertTrue(refused.text().contains("name=\"password\""), "and stays so when it is refused");

    String whole = shown().text();
    Seen unsupported = shown("first_screen", "identifier:sign_in", "identifier", "phone");
    assertEquals(field(whole), field(unsupported.text()));
    Seen elsewhere = shown("first_screen", "sign_in", "identifier", "username");
    assertEquals(field(whole), field(elsewhere.text()));
  }

  @Test
  void whoeverCannotGoStraightToAProviderBeginsAtTheFirstScreen() {
    Seen asked =
        browser.authorize("direct_sign_in", "social:nobody", "first_screen", "identifier:register");
    assertEquals(
        "/direct/social/nobody?app_id=demo-app&fallback=identifier-register", asked.location());
    assertEquals("/identifier-register?app_id=demo-app", browser.get(asked.location()).location());
  }

  @Test
  void aSignInIsOverAfterAnHour() {
    Seen asked = browser.authorize();
    assertEquals(200, browser.get(asked.location()).status());
    clock.pass(Duration.ofMinutes(61));
    assertEquals("/unknown-session", browser.get(asked.location()).location());
    Seen sent = browser.post("/sign-in?app_id=demo-app", "identifier", "x", "password", "y");
    assertEquals("/unknown-session", sent.location());
  }

  private Seen shown(String... parameters) {
    Seen page = browser.follow(browser.authorize(parameters));
    assertEquals(200, page.status(), page.text());
    return page;
  }

  /** The input of the identifier. */
  private static String field(String page) {
    int at = page.indexOf("name=\"identifier\"");
    return page.substring(page.lastIndexOf('<', at), page.indexOf('>', at));
  }

  private void settings(String patch) {
    var changed = clients.management().patch("/api/sign-in-exp", patch);
    assertEquals(200, changed.status(), changed.text());
  }
}
