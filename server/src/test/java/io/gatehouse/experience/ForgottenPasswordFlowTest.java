package io.gatehouse.experience;

import static io.gatehouse.experience.CustomPage.done;
import static io.gatehouse.experience.CustomPage.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the proof of an address for a forgotten password is good for, and for what it is not. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ForgottenPasswordFlowTest {
  @Inject ApiClients clients;
  @Inject People people;

  private final CustomPage page = new CustomPage();
  private final Mailbox mailbox = new Mailbox();
  private final String email = "forgot" + Ids.shortId() + "@example.org";
  private ApiClient api;
  private String connector = "";
  private User person;

  @BeforeEach
  void prepare() {
    api = clients.management();
    Answer made =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
    assertEquals(200, made.status(), made.text());
    connector = made.json().get("id").asText();
    settings(
        """
        {"mfa":{"factors":["EmailVerificationCode"],"policy":"UserControlled"},
         "forgotPasswordMethods":["EmailVerificationCode"]}
        """);
    person = people.with(People.username(), email);
  }

  @AfterEach
  void restore() {
    settings(
        "{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"},\"forgotPasswordMethods\":[]}");
    api.delete("/api/connectors/" + connector);
    mailbox.close();
  }

  @Test
  void itIsNoSecondFactorOfASignIn() {
    page.identify(person);
    prove();
    Seen asked = page.submit();
    assertEquals(403, asked.status(), asked.text());
    assertEquals("session.mfa.require_mfa_verification", asked.code());
  }

  @Test
  void itBecomesNoSignIn() {
    page.begin("ForgotPassword");
    done(page.send("/identification", "verificationId", prove()));
    Seen turned = page.turn("SignIn");
    assertEquals(400, turned.status(), turned.text());
    assertEquals("session.not_supported_for_forgot_password", turned.code());
    assertEquals("user.new_password_required_in_profile", page.refusal());
  }

  private String prove() {
    String identifier = "{\"type\":\"email\",\"value\":\"" + email + "\"}";
    String sent =
        id(
            page.post(
                "/verification/verification-code",
                "{\"identifier\":%s,\"interactionEvent\":\"ForgotPassword\"}"
                    .formatted(identifier)));
    return id(
        page.post(
            "/verification/verification-code/verify",
            "{\"identifier\":%s,\"verificationId\":\"%s\",\"code\":\"%s\"}"
                .formatted(identifier, sent, mailbox.code())));
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
