package io.gatehouse.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PasswordTraceFlowTest {
  @Inject People people;

  private final Browser browser = new Browser();

  @Test
  void aCustomPageSignsInHopByHop() {
    User person = people.anybody();
    browser.authorize("prompt", "consent");
    Seen begun = browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"SignIn\"}");
    assertEquals(204, begun.status(), begun.text());
    String id = verified(person, People.PASSWORD);
    Seen identified =
        browser.api(
            "POST", "/api/experience/identification", "{\"verificationId\":\"" + id + "\"}");
    assertEquals(204, identified.status(), identified.text());
    Seen state = browser.api("GET", "/api/experience/interaction", null);
    assertEquals(person.id(), state.json().path("userId").asText(), state.text());
    Seen submitted = browser.api("POST", "/api/experience/submit", null);
    assertEquals(200, submitted.status(), submitted.text());
    String resume = submitted.json().path("redirectTo").asText();
    assertTrue(resume.startsWith("http://localhost:3001/oidc/auth/"), resume);
    Seen resumed = browser.get(resume);
    assertEquals("/consent?app_id=demo-app", resumed.location(), resumed.text());
    Seen consented = browser.get(resumed.location());
    assertEquals(302, consented.status(), consented.text());
    assertTrue(consented.text().startsWith("Redirecting to "), consented.text());
    assertNotNull(browser.get(consented.location()).parameter("code"));
  }

  @Test
  void registrationMakesTheAccountAndSignsIn() {
    String name = People.username();
    browser.authorize();
    browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"Register\"}");
    Seen chosen =
        browser.api(
            "POST",
            "/api/experience/verification/new-password-identity",
            body(name, "six-Dry_goats99"));
    assertEquals(200, chosen.status(), chosen.text());
    Seen created =
        browser.api(
            "POST",
            "/api/experience/identification",
            "{\"verificationId\":\"" + chosen.json().path("verificationId").asText() + "\"}");
    assertEquals(201, created.status(), created.text());
    assertEquals(200, browser.api("POST", "/api/experience/submit", null).status());
    Seen taken = again(name);
    assertEquals("user.username_already_in_use", taken.code());
  }

  @Test
  void callsWithoutAnInteractionOrBeforeItsBeginningAreRefused() {
    Seen none = browser.api("POST", "/api/experience/submit", null);
    assertEquals(400, none.status());
    assertEquals("session.not_found", none.code());
    browser.authorize();
    Seen early = browser.api("POST", "/api/experience/verification/password", "{}");
    assertEquals(404, early.status());
    assertEquals("session.interaction_not_found", early.code());
  }

  @Test
  void aWrongPasswordIsRefusedAsTheContractSays() {
    User person = people.anybody();
    browser.authorize();
    browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"SignIn\"}");
    Seen wrong =
        browser.api(
            "POST",
            "/api/experience/verification/password",
            body(String.valueOf(person.username()), "no"));
    assertEquals(422, wrong.status(), wrong.text());
    assertEquals("session.invalid_credentials", wrong.code());
    Seen unknown =
        browser.api("POST", "/api/experience/identification", "{\"verificationId\":\"unknown\"}");
    assertEquals(404, unknown.status());
    assertEquals("session.verification_session_not_found", unknown.code());
  }

  private Seen again(String name) {
    Browser other = new Browser();
    other.authorize();
    other.api("PUT", "/api/experience", "{\"interactionEvent\":\"Register\"}");
    return other.api(
        "POST",
        "/api/experience/verification/new-password-identity",
        body(name, "six-Dry_goats99"));
  }

  private String verified(User person, String password) {
    Seen seen =
        browser.api(
            "POST",
            "/api/experience/verification/password",
            body(String.valueOf(person.username()), password));
    assertEquals(200, seen.status(), seen.text());
    return seen.json().path("verificationId").asText();
  }

  private static String body(String username, String password) {
    return "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"},\"password\":\"%s\"}"
        .formatted(username, password);
  }
}
