package io.gatehouse.account.verification;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.testing.SoftAuthenticator;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A passkey that somebody makes who is signed in, and adds to their account. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MyPasskeyApiTest {
  private static final String FACTORS = "/api/my-account/mfa-verifications";
  private static final String CONFIGS = "/api/my-account/logto-configs";
  private static final String MAKE = "/api/verifications/web-authn/registration";
  private static final String NOT_FOUND = "verification_record.not_found";

  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  private ApiClient management;
  private User user;
  private Own own;

  @BeforeEach
  void open() {
    management = clients.management();
    management.patch("/api/account-center", SignedInPeople.everything());
    offer("{\"mfa\":{\"factors\":[\"WebAuthn\"],\"policy\":\"PromptAtSignInAndSignUp\"}}");
    user = people.anybody();
    own = signedIn.client(user).proved();
  }

  @AfterEach
  void close() {
    offer(
        "{\"mfa\":{\"factors\":[],\"policy\":\"PromptAtSignInAndSignUp\"},\"passkeySignIn\":{\"enabled\":false}}");
    management.patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
  }

  private void offer(String settings) {
    Answer changed = management.patch("/api/sign-in-exp", settings);
    assertEquals(200, changed.status(), changed.text());
  }

  private JsonNode begin(Own person) {
    Answer begun = person.post(MAKE, "");
    assertEquals(200, begun.status(), begun.text());
    assertTrue(begun.json().path("expiresAt").isTextual());
    return begun.json();
  }

  private static Answer hand(Own person, String id, JsonNode payload) {
    return person.post(
        MAKE + "/verify",
        "{\"verificationRecordId\":\"%s\",\"payload\":%s}".formatted(id, payload));
  }

  private String made(Own person) {
    JsonNode begun = begin(person);
    String id = begun.path("verificationRecordId").asText();
    JsonNode payload = SoftAuthenticator.es256().make(begun.path("registrationOptions"));
    Answer handed = hand(person, id, payload);
    assertEquals(200, handed.status(), handed.text());
    return handed.json().path("verificationRecordId").asText();
  }

  private static String adding(String id) {
    return "{\"type\":\"WebAuthn\",\"newIdentifierVerificationRecordId\":\"%s\",\"name\":\"My key\"}"
        .formatted(id);
  }

  @Test
  void aPasskeyIsMadeAndAddedOnce() {
    String id = made(own);
    assertEquals(
        "verification_record.permission_denied",
        own.with(id).post(FACTORS, adding(id)).code(),
        "a passkey that is being made proves nothing");
    assertEquals(204, own.post(FACTORS, adding(id)).status());
    JsonNode kept = own.get(FACTORS).json();
    assertEquals("WebAuthn", kept.at("/0/type").asText());
    assertEquals("My key", kept.at("/0/name").asText());
    assertTrue(own.get(CONFIGS).json().at("/mfa/enabled").asBoolean());
    assertEquals(NOT_FOUND, own.post(FACTORS, adding(id)).code());
    assertEquals(1, begin(own).at("/registrationOptions/excludeCredentials").size());
  }

  @Test
  void aChallengeIsAnsweredOnceByWhoWasAsked() {
    JsonNode begun = begin(own);
    String id = begun.path("verificationRecordId").asText();
    JsonNode payload = SoftAuthenticator.es256().make(begun.path("registrationOptions"));
    Own stranger = signedIn.client(people.anybody()).proved();
    assertEquals(NOT_FOUND, hand(stranger, id, payload).code());
    assertEquals(NOT_FOUND, own.post(FACTORS, adding(id)).code());
    JsonNode elsewhere =
        SoftAuthenticator.es256()
            .at("https://evil.example")
            .make(begun.path("registrationOptions"));
    Answer refused = hand(own, id, elsewhere);
    assertEquals(400, refused.status());
    assertEquals("session.mfa.webauthn_verification_failed", refused.code());
    assertEquals("session.mfa.pending_info_not_found", hand(own, id, payload).code());
    assertEquals(NOT_FOUND, hand(own, "unknown", payload).code());
    assertEquals(NOT_FOUND, stranger.post(FACTORS, adding(made(own))).code());
  }

  @Test
  void aPasskeyForSigningInIsNoWishForASecondStep() {
    offer(
        "{\"mfa\":{\"factors\":[],\"policy\":\"PromptAtSignInAndSignUp\"},\"passkeySignIn\":{\"enabled\":true}}");
    assertEquals(204, own.post(FACTORS, adding(made(own))).status());
    assertFalse(own.get(CONFIGS).json().path("mfa").has("enabled"));
    offer("{\"passkeySignIn\":{\"enabled\":false}}");
    assertEquals("session.mfa.mfa_factor_not_enabled", own.post(FACTORS, adding("x")).code());
    management.patch("/api/account-center", settings("mfa", "Edit", "passkey", "ReadOnly"));
    assertEquals("account_center.field_not_editable", own.post(FACTORS, adding("x")).code());
  }
}
