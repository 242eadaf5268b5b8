package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class EmailCodeFlowTest {
  private static final String STRONG = "nine-Loud_cranes";
  private static final String EMAIL_FIRST =
      """
      {"signUp":{"identifiers":["email"],"password":true,"verify":true},
       "signIn":{"methods":[{"identifier":"email","password":true,"verificationCode":true,"isPasswordPrimary":true}]},
       "forgotPasswordMethods":["EmailVerificationCode"],"signInMode":"%s"}
      """;
  private static final String USERNAMES =
      """
      {"signUp":{"identifiers":["username"],"password":true,"verify":false},
       "signIn":{"methods":[{"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true}]},
       "forgotPasswordMethods":[],"signInMode":"SignInAndRegister"}
      """;

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ServerClock clock;

  private final Browser browser = new Browser();
  private final Mailbox mailbox = new Mailbox();
  private ApiClient api;

  @BeforeEach
  void configure() {
    api = clients.management();
    Answer made =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
    assertEquals(200, made.status(), made.text());
    settings(EMAIL_FIRST.formatted("SignInAndRegister"));
  }

  @AfterEach
  void restore() {
    clock.reset();
    settings(USERNAMES);
    mailbox.close();
  }

  @Test
  void aNewcomerProvesTheAddressAndChoosesAPassword() {
    String email = address();
    browser.follow(browser.authorize("first_screen", "register"));
    Seen asked = post("/register", "identifier", email);
    assertEquals("/register/verification-code?app_id=demo-app", asked.location(), asked.text());
    assertTrue(browser.get(asked.location()).text().contains(email));
    Seen wrong = post("/register/verification-code", "code", "1");
    assertEquals(200, wrong.status());
    assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
    JsonNode message = mailbox.received().getLast();
    assertEquals("demo-app", message.at("/payload/application/id").asText(), message.toString());
    String first = mailbox.code();
    Seen soon = post("/register/verification-code/resend");
    assertTrue(soon.text().contains("A code has just gone out"), soon.text());
    assertTrue(soon.text().contains("<time datetime=\"PT"), soon.text());
    Seen again = post("/register", "identifier", email.toUpperCase(Locale.ROOT));
    assertEquals("/register/verification-code?app_id=demo-app", again.location(), again.text());
    assertEquals(1, mailbox.received().size(), "the code is on its way already");
    clock.pass(Duration.ofSeconds(61));
    assertFalse(browser.get(again.location()).text().contains("<time"));
    Seen resent = post("/register/verification-code/resend");
    assertEquals(303, resent.status(), resent.text());
    assertNotEquals(first, mailbox.code());
    Seen right = post("/register/verification-code", "code", mailbox.code());
    assertEquals("/continue/password?app_id=demo-app", right.location(), right.text());
    browser.get(right.location());
    Seen done = post("/continue/password", "password", STRONG);
    assertNotNull(browser.get(done.location()).parameter("code"), done.location() + done.text());
  }

  @Test
  void aNewcomerJoinsTheOrganizationThatTheirDomainOpens() {
    String domain = "d" + Ids.shortId() + ".example";
    String role =
        api.post("/api/organization-roles", "{\"name\":\"%s\"}".formatted(domain))
            .json()
            .get("id")
            .asText();
    String organization =
        api.post("/api/organizations", "{\"name\":\"Bakers\"}").json().get("id").asText();
    String jit = "/api/organizations/" + organization + "/jit";
    api.post(
        jit + "/email-domains",
        "{\"emailDomain\":\"%s\"}".formatted(domain.toUpperCase(Locale.ROOT)));
    api.post(jit + "/roles", "{\"organizationRoleIds\":[\"%s\"]}".formatted(role));
    browser.follow(browser.authorize("first_screen", "register"));
    post("/register", "identifier", "anne@" + domain);
    Seen right = post("/register/verification-code", "code", mailbox.code());
    browser.get(right.location());
    Seen done = post("/continue/password", "password", STRONG);
    assertNotNull(browser.get(done.location()).parameter("code"), done.location() + done.text());
    var members = api.get("/api/organizations/" + organization + "/users").json();
    assertEquals("anne@" + domain, members.at("/0/primaryEmail").asText());
    assertEquals(role, members.at("/0/organizationRoles/0/id").asText());
  }

  @Test
  void aKnownAddressGetsThePasswordPageAndMayUseACodeInstead() {
    String email = address();
    people.with(null, email);
    browser.follow(browser.authorize());
    Seen next = post("/sign-in", "identifier", email);
    assertEquals("/sign-in/password?app_id=demo-app", next.location(), next.text());
    browser.get(next.location());
    Seen wrong = post("/sign-in/password", "password", "no");
    assertTrue(wrong.text().contains("id=\"password-error\""), wrong.text());
    Seen instead = post("/sign-in/verification-code/send");
    assertEquals("/sign-in/verification-code?app_id=demo-app", instead.location());
    Seen done = post("/sign-in/verification-code", "code", mailbox.code());
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());
  }

  @Test
  void aCodeForSomethingElseDoesNotWait() {
    String email = address();
    people.with(null, email);
    browser.follow(browser.authorize());
    post("/sign-in", "identifier", email);
    post("/sign-in/verification-code/send");
    String first = mailbox.code();
    post("/forgot-password", "identifier", email);
    assertEquals(2, mailbox.received().size());
    Seen wrong = post("/forgot-password/verification-code", "code", first);
    assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
  }

  @Test
  void aForgottenPasswordIsReplacedByACode() {
    String email = address();
    people.with(null, email);
    browser.follow(browser.authorize());
    browser.get("/forgot-password?app_id=demo-app");
    Seen asked = post("/forgot-password", "identifier", email);
    assertEquals("/forgot-password/verification-code?app_id=demo-app", asked.location());
    Seen proved = post("/forgot-password/verification-code", "code", mailbox.code());
    assertEquals("/forgot-password/reset?app_id=demo-app", proved.location(), proved.text());
    browser.get(proved.location());
    Seen same = post("/forgot-password/reset", "password", People.PASSWORD);
    assertTrue(same.text().contains("id=\"password-error\""), same.text());
    Seen reset = post("/forgot-password/reset", "password", STRONG);
    assertEquals("/sign-in?app_id=demo-app", reset.location(), reset.text());
    browser.get(reset.location());
    browser.follow(post("/sign-in", "identifier", email));
    Seen done = post("/sign-in/password", "password", STRONG);
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());
  }

  @Test
  void nobodyUnknownIsWrittenToWhereRegistrationIsClosed() {
    settings(EMAIL_FIRST.formatted("SignIn"));
    int before = mailbox.received().size();
    browser.follow(browser.authorize());
    browser.get("/forgot-password?app_id=demo-app");
    Seen asked = post("/forgot-password", "identifier", address());
    assertEquals("/forgot-password/verification-code?app_id=demo-app", asked.location());
    assertEquals(before, mailbox.received().size());
  }

  @Test
  void recoveryTakesAsLongForNobodyAsForSomebody() {
    settings(EMAIL_FIRST.formatted("SignIn"));
    mailbox.isSlow(Duration.ofMillis(150));
    List<String> known = List.of(address(), address(), address());
    known.forEach(email -> people.with(null, email));
    browser.authorize();
    for (int sent = 0; sent < 18; sent++) {
      recovery(known.get(sent % 3));
    }
    int before = mailbox.received().size();
    long somebody = recovery(known.getFirst());
    assertEquals(before + 1, mailbox.received().size());
    long nobody = recovery(address());
    assertEquals(before + 1, mailbox.received().size());
    assertTrue(Math.abs(somebody - nobody) < 120, somebody + " and " + nobody + " ms");
  }

  /** Asks for a new password, and tells how many milliseconds the answer took. */
  private long recovery(String email) {
    browser.get("/forgot-password?app_id=demo-app");
    long began = System.nanoTime();
    Seen asked = post("/forgot-password", "identifier", email);
    assertEquals("/forgot-password/verification-code?app_id=demo-app", asked.location());
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  @Test
  void theEleventhMessageToAnAddressIsHeldBack() {
    String email = address();
    browser.authorize();
    browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"Register\"}");
    String body =
        "{\"identifier\":{\"type\":\"email\",\"value\":\"%s\"},\"interactionEvent\":\"Register\"}"
            .formatted(email);
    for (int i = 0; i < 10; i++) {
      Seen sent = browser.api("POST", "/api/experience/verification/verification-code", body);
      assertEquals(200, sent.status(), sent.text());
    }
    Seen held = browser.api("POST", "/api/experience/verification/verification-code", body);
    assertEquals(429, held.status());
    assertEquals("request.message_rate_limited", held.code());
  }

  private Seen post(String path, String... fields) {
    return browser.post(path + "?app_id=demo-app", fields);
  }

  private static String address() {
    return "a" + Ids.shortId() + "@example.org";
  }

  private void settings(String patch) {
    Answer changed = api.patch("/api/sign-in-exp", patch);
    assertEquals(200, changed.status(), changed.text());
  }
}
