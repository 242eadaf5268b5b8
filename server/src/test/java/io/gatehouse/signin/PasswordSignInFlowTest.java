package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PasswordSignInFlowTest {
  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();

  @Test
  void theRightPasswordLeadsBackToTheApplicationInOneHop() {
    User person = people.anybody();
    Seen started = browser.authorize();
    assertEquals(303, started.status(), started.text());
    assertEquals("/sign-in?app_id=demo-app", started.location());
    Seen page = browser.get(started.location());
    assertEquals(200, page.status(), page.text());
    assertTrue(page.text().contains("name=\"password\""), page.text());
    Seen sent =
        browser.post(
            "/sign-in?app_id=demo-app",
            "identifier",
            String.valueOf(person.username()),
            "password",
            People.PASSWORD);
    assertEquals(303, sent.status(), sent.text());
    assertTrue(sent.location().startsWith("/oidc/auth/"), sent.location());
    Seen back = browser.get(sent.location());
    assertNotNull(back.parameter("code"), back.location() + back.text());
    assertEquals("st4te", back.parameter("state"));
    String sessions = "/api/users/" + person.id() + "/sessions";
    JsonNode shown = clients.management().get(sessions).json().at("/sessions/0/lastSubmission");
    assertEquals("Password", shown.at("/verificationRecords/0/type").asText(), shown.toString());
    assertEquals("127.0.0.1", shown.at("/signInContext/ip").asText());
    assertTrue(shown.at("/signInContext/userAgent").asText().startsWith("Java-http-client"));
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreAnsweredAlikeAndKeepWhatWasTyped() {
    User person = people.anybody();
    List<String> pages =
        List.of(String.valueOf(person.username()), "u_nobody_at_all").stream()
            .map(name -> {
              browser.follow(browser.authorize());
              Seen again =
                  browser.post(
                      "/sign-in?app_id=demo-app", "identifier", name, "password", "wrong one");
              assertEquals(200, again.status());
              assertTrue(again.text().contains("value=\"" + name + "\""), again.text());
              assertFalse(again.text().contains("wrong one"));
              assertTrue(again.text().contains("id=\"password-error\""), again.text());
              return again
                  .text()
                  .replace(name, "NAME")
                  .replaceAll("nonce[-=\"']+[A-Za-z0-9]+", "")
                  .replaceAll("value=\"[0-9a-f]{32}\"", "");
            })
            .toList();
    assertEquals(pages.get(0), pages.get(1));
  }

  /**
   * In turns, the quickest of each: whatever else the machine does makes some slower, none quicker.
   */
  @Test
  void anUnknownNameTakesAsLongAsAWrongPassword() {
    String known = String.valueOf(people.anybody().username());
    browser.follow(browser.authorize());
    long wrong = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    for (int i = 0; i < 9; i++) {
      wrong = Math.min(wrong, refusal(known));
      unknown = Math.min(unknown, refusal("u_nobody_at_all"));
    }
    assertTrue(unknown > wrong / 2 && wrong > unknown / 2, unknown + " and " + wrong + " µs");
  }

  /** How long a refusal of this name takes, in microseconds. */
  private long refusal(String name) {
    long began = System.nanoTime();
    browser.post("/sign-in?app_id=demo-app", "identifier", name, "password", "wrong one");
    return (System.nanoTime() - began) / 1_000;
  }

  @Test
  void aFormOfAnotherBrowserIsRefusedKindly() {
    User person = people.anybody();
    browser.follow(browser.authorize());
    browser.forgetFormToken();
    Seen refused =
        browser.post(
            "/sign-in?app_id=demo-app",
            "identifier",
            String.valueOf(person.username()),
            "password",
            People.PASSWORD);
    assertEquals(200, refused.status());
    assertFalse(refused.location().contains("/oidc/auth"));
    assertTrue(refused.header("Content-Type").startsWith("text/html"));
  }

  @Test
  void aFormSentTwiceAtOnceEndsAtTheSamePlace() {
    User person = people.anybody();
    browser.follow(browser.authorize());
    List<Seen> answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(i ->
                browser
                    .copy()
                    .post(
                        "/sign-in?app_id=demo-app",
                        "identifier",
                        String.valueOf(person.username()),
                        "password",
                        People.PASSWORD))
            .toList();
    for (Seen each : answers) {
      assertEquals(303, each.status(), each.text());
      assertEquals(answers.getFirst().location(), each.location());
    }
    assertNotNull(browser.get(answers.getFirst().location()).parameter("code"));
  }

  @Test
  void withoutAnInteractionThePageSaysThatTheSignInIsOver() {
    Seen seen = browser.get("/sign-in");
    assertEquals(302, seen.status());
    assertEquals("/unknown-session", seen.location());
    assertEquals(200, browser.get("/unknown-session").status());
  }
}
