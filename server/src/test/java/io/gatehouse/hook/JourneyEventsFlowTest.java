package io.gatehouse.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is told of people who sign in with e-mail addresses: recoveries, joining, too many messages.
 */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class JourneyEventsFlowTest {
  private static final String STRONG = "nine-Loud_cranes";
  private static final String EMAILS =
      """
      {"signUp":{"identifiers":["email"],"password":true,"verify":true},
       "signIn":{"methods":[{"identifier":"email","password":true,"verificationCode":true,"isPasswordPrimary":true},
         {"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true}]},
       "forgotPasswordMethods":["EmailVerificationCode"],"signInMode":"SignInAndRegister"}
      """;
  private static final String USERNAMES =
      """
      {"signUp":{"identifiers":["username"],"password":true,"verify":false},
       "signIn":{"methods":[{"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true}]},
       "forgotPasswordMethods":[],"signInMode":"SignInAndRegister"}
      """;

  @Inject ApiClients clients;
  @Inject People people;

  private final HookReceiver receiver = new HookReceiver();
  private final Mailbox mailbox = new Mailbox();
  private final Browser browser = new Browser();
  private ApiClient api;
  private String hook = "";

  @BeforeEach
  void listen() {
    api = clients.management();
    expect(
        200,
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}"));
    expect(200, api.patch("/api/sign-in-exp", EMAILS));
    Answer made =
        api.post(
            "/api/hooks",
            """
            {"events":["PostRegister","PostSignIn","PostResetPassword","User.Created","User.Data.Updated",
              "Organization.Membership.Updated","Message.RateLimited"],"config":{"url":"%s"}}
            """
                .formatted(receiver.url()));
    expect(201, made);
    hook = made.json().get("id").asText();
  }

  @AfterEach
  void restore() {
    api.delete("/api/hooks/" + hook);
    api.patch("/api/sign-in-exp", USERNAMES);
    mailbox.close();
    receiver.close();
  }

  @Test
  void aNewPasswordIsToldTwice() {
    User person = people.with(null, address());
    String email = String.valueOf(person.primaryEmail());
    browser.follow(browser.authorize());
    browser.get("/forgot-password?app_id=demo-app");
    post("/forgot-password", "identifier", email);
    browser.get(post("/forgot-password/verification-code", "code", mailbox.code()).location());
    Seen reset = post("/forgot-password/reset", "password", STRONG);
    assertEquals(303, reset.status(), reset.text());
    JsonNode told = receiver.await("PostResetPassword").json();
    assertEquals("ForgotPassword", told.get("interactionEvent").asText());
    assertEquals(person.id(), told.get("userId").asText());
    assertEquals(15, told.get("user").size());
    JsonNode updated = receiver.await("User.Data.Updated").json();
    assertEquals(
        List.of(
            "event",
            "createdAt",
            "interactionEvent",
            "userAgent",
            "applicationId",
            "sessionId",
            "ip",
            "application",
            "data",
            "hookId"),
        updated.properties().stream().map(Map.Entry::getKey).toList());
    assertEquals(person.id(), updated.at("/data/id").asText());
  }

  @Test
  void aNewcomerWhoseDomainOpensAnOrganizationIsToldAsAMember() {
    String domain = "d" + Ids.shortId() + ".example";
    String organization =
        api.post("/api/organizations", "{\"name\":\"Bakers\"}").json().get("id").asText();
    api.post(
        "/api/organizations/" + organization + "/jit/email-domains",
        "{\"emailDomain\":\"" + domain + "\"}");
    browser.follow(browser.authorize("first_screen", "register"));
    post("/register", "identifier", "anne@" + domain);
    browser.get(post("/register/verification-code", "code", mailbox.code()).location());
    post("/continue/password", "password", STRONG);
    JsonNode created = receiver.await("User.Created").json();
    JsonNode joined = receiver.await("Organization.Membership.Updated").json();
    assertEquals(organization, joined.get("organizationId").asText());
    assertEquals(created.at("/data/id"), joined.at("/addedUserIds/0"));
    assertEquals("Register", joined.get("interactionEvent").asText());
    assertEquals("demo-app", joined.get("applicationId").asText());
    assertFalse(joined.has("path"));
    assertEquals(
        created.at("/data/id").asText(),
        receiver.await("PostRegister").json().get("userId").asText());
  }

  @Test
  void whatASignInHadToAskForIsTold() {
    User person = people.anybody();
    browser.follow(browser.authorize());
    post("/sign-in", "identifier", String.valueOf(person.username()));
    Seen missing = post("/sign-in/password", "password", People.PASSWORD);
    browser.follow(missing);
    String email = address();
    post("/continue/email", "identifier", email);
    Seen done = post("/continue/verification-code", "code", mailbox.code());
    assertEquals(303, done.status(), done.text());
    JsonNode updated = receiver.await("User.Data.Updated").json();
    assertEquals(email, updated.at("/data/primaryEmail").asText());
    assertEquals("SignIn", updated.get("interactionEvent").asText());
    assertEquals(person.id(), receiver.await("PostSignIn").json().get("userId").asText());
  }

  @Test
  void tooManyMessagesAreToldThoughTheRequestFails() {
    String email = address();
    browser.authorize();
    browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"Register\"}");
    String body =
        "{\"identifier\":{\"type\":\"email\",\"value\":\"%s\"},\"interactionEvent\":\"Register\"}"
            .formatted(email);
    int status = 200;
    for (int i = 0; i < 11; i++) {
      status = browser.api("POST", "/api/experience/verification/verification-code", body).status();
    }
    assertEquals(429, status);
    JsonNode told = receiver.await("Message.RateLimited").json();
    assertEquals(
        List.of(
            "event",
            "createdAt",
            "interactionEvent",
            "userAgent",
            "applicationId",
            "sessionId",
            "ip",
            "application",
            "action",
            "recipient",
            "hookId"),
        told.properties().stream().map(Map.Entry::getKey).toList());
    assertEquals("VerificationCodeSend", told.get("action").asText());
    assertEquals(email, told.get("recipient").asText());
  }

  private Seen post(String path, String... fields) {
    return browser.post(path + "?app_id=demo-app", fields);
  }

  private static String address() {
    return "a" + Ids.shortId() + "@example.org";
  }

  private static void expect(int status, Answer answer) {
    assertEquals(status, answer.status(), answer.text());
  }
}
