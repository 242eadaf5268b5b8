package io.gatehouse.experience;

import static io.gatehouse.experience.PasskeyPage.KEYS;
import static io.gatehouse.experience.PasskeyPage.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SoftAuthenticator;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A passkey beside a password, on a page of one's own: made, offered and shown. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SecondPasskeyFlowTest {
  @Inject People people;
  @Inject PasskeyOwners owners;

  private final Browser browser = new Browser();
  private final PasskeyPage page = new PasskeyPage(browser);
  private SoftAuthenticator device;
  private User person;

  @BeforeEach
  void prepare() {
    owners.offer();
    person = people.anybody();
    device = owners.passkeyOf(person);
    browser.authorize();
  }

  @AfterEach
  void restore() {
    owners.rest();
  }

  @Test
  @Spec("WebAuthn §7.1")
  void aPersonWhoIsKnownMakesAPasskey() {
    page.begin("SignIn");
    assertEquals("session.identifier_not_found", page.post(KEYS + "/registration", null).code());
    assertEquals(404, page.post(KEYS + "/authentication", null).status());
    page.signedIn(person);
    Seen begun = page.post(KEYS + "/registration", null);
    assertEquals(200, begun.status(), begun.text());
    JsonNode options = begun.json().get("registrationOptions");
    assertEquals(device.id(), options.at("/excludeCredentials/0/id").asText());
    assertEquals(person.username(), options.at("/user/name").asText());
    String id = begun.json().get("verificationId").asText();
    SoftAuthenticator fresh = SoftAuthenticator.rs256();
    ObjectNode answer = fresh.make(options);
    assertEquals(200, page.answered(KEYS + "/registration/verify", id, answer).status());
    assertEquals(
        "session.mfa.pending_info_not_found",
        page.answered(KEYS + "/registration/verify", id, answer).code());
    JsonNode record = PasskeyPage.last(browser.api("GET", ROOT + "/interaction", null).json());
    assertEquals("WebAuthn", record.get("type").asText());
    assertTrue(record.get("verified").asBoolean());
    assertFalse(record.has("made"), record.toString());
    Seen again = page.post(KEYS + "/registration", null);
    assertEquals(
        404,
        page.answered(KEYS + "/registration/verify", id, answer).status(),
        "a newer one is there");
    Seen taken =
        page.answered(
            KEYS + "/registration/verify",
            again.json().get("verificationId").asText(),
            device.make(again.json().get("registrationOptions")));
    assertEquals("session.mfa.webauthn_verification_failed", taken.code());
  }

  @Test
  void aPersonWhoIsKnownShowsTheirOwnPasskey() {
    page.begin("SignIn");
    page.signedIn(person);
    Seen begun = page.post(KEYS + "/authentication", null);
    assertEquals(200, begun.status(), begun.text());
    String id = begun.json().get("verificationId").asText();
    ObjectNode answer = device.show(begun.json().get("authenticationOptions"));
    assertEquals(200, page.answered(KEYS + "/authentication/verify", id, answer).status());
    assertEquals(
        "session.mfa.pending_info_not_found",
        page.answered(KEYS + "/authentication/verify", id, answer).code());
    SoftAuthenticator theirs = owners.passkeyOf(people.anybody());
    Seen next = page.post(KEYS + "/authentication", null);
    Seen crossed =
        page.answered(
            KEYS + "/authentication/verify",
            next.json().get("verificationId").asText(),
            theirs.show(next.json().get("authenticationOptions")));
    assertEquals("session.mfa.webauthn_verification_failed", crossed.code());
  }

  @Test
  @Spec("RFC 8176 §2")
  void aPasskeyIsTheSecondFactorOfWhoeverHasOneAndTheTokenTellsIt() {
    owners.demand("WebAuthn");
    page.begin("SignIn");
    page.signedIn(person);
    Seen refused = page.post(ROOT + "/submit", null);
    assertEquals("session.mfa.require_mfa_verification", refused.code());
    assertEquals("WebAuthn", refused.json().at("/data/availableFactors/0").asText());
    Seen begun = page.post(KEYS + "/authentication", null);
    ObjectNode answer = device.show(begun.json().get("authenticationOptions"));
    String id = begun.json().get("verificationId").asText();
    assertEquals(200, page.answered(KEYS + "/authentication/verify", id, answer).status());
    assertEquals(
        List.of("hwk", "mfa", "pwd", "user"),
        owners.methods(browser, person, page.post(ROOT + "/submit", null)));
  }

  @Test
  void whoHasNoneIsOfferedAPasskeyAndMakesOneOrWavesItAway() {
    person = people.anybody();
    page.begin("SignIn");
    page.signedIn(person);
    Seen offered = page.post(ROOT + "/submit", null);
    assertEquals(422, offered.status());
    assertEquals("user.passkey_preferred", offered.code());
    Seen begun = page.post(KEYS + "/registration", null);
    String id = begun.json().get("verificationId").asText();
    String bind = "{\"verificationId\":\"" + id + "\"}";
    assertEquals(
        "session.verification_failed", page.post(ROOT + "/profile/mfa/passkey", bind).code());
    SoftAuthenticator fresh = SoftAuthenticator.rs256().synced();
    ObjectNode made = fresh.make(begun.json().get("registrationOptions"));
    assertEquals(200, page.answered(KEYS + "/registration/verify", id, made).status());
    assertEquals(204, page.post(ROOT + "/profile/mfa/passkey", bind).status());
    JsonNode pending = browser.api("GET", ROOT + "/interaction", null).json().at("/mfa/webAuthn/0");
    assertEquals(fresh.id(), pending.get("credentialId").asText());
    assertEquals(200, page.post(ROOT + "/submit", null).status());
    JsonNode factor = owners.factors(person).get(0);
    assertEquals("WebAuthn", factor.get("type").asText());

    browser.authorize("prompt", "login");
    JsonNode asked = page.preflight();
    page.begin("SignIn");
    assertEquals(
        204, page.identify(PasskeyPage.proof(page.shown(null, fresh.show(asked)))).status());
    assertEquals(
        List.of("mfa", "swk", "user"),
        owners.methods(browser, person, page.post(ROOT + "/submit", null)));
  }

  @Test
  void whoWavesThePasskeyAwayIsNotAskedAgain() {
    person = people.anybody();
    for (boolean first : new boolean[] {true, false}) {
      browser.authorize("prompt", "login");
      page.begin("SignIn");
      page.signedIn(person);
      if (first) {
        assertEquals("user.passkey_preferred", page.post(ROOT + "/submit", null).code());
        assertEquals(204, page.post(ROOT + "/profile/mfa/passkey-skipped", null).status());
      }
      Seen done = page.post(ROOT + "/submit", null);
      assertEquals(200, done.status(), done.text());
    }
  }

  @Test
  void aSecurityKeyIsAddedAsASecondFactorWhereItIsOffered() {
    owners.settings("{\"passkeySignIn\":{}}");
    person = people.anybody();
    page.begin("SignIn");
    page.signedIn(person);
    Seen begun = page.post(KEYS + "/registration", null);
    String id = begun.json().get("verificationId").asText();
    ObjectNode made = SoftAuthenticator.es256().make(begun.json().get("registrationOptions"));
    assertEquals(200, page.answered(KEYS + "/registration/verify", id, made).status());
    String bind = "{\"type\":\"WebAuthn\",\"verificationId\":\"" + id + "\"}";
    Seen refused = page.post(ROOT + "/profile/mfa", bind);
    assertEquals("session.mfa.mfa_factor_not_enabled", refused.code());
    owners.demand("WebAuthn");
    assertEquals(204, page.post(ROOT + "/profile/mfa", bind).status());
    assertEquals(
        List.of("pwd"),
        owners.methods(browser, person, page.post(ROOT + "/submit", null)),
        "what is new proves nothing");
    assertEquals(1, owners.factors(person).size());
  }

  @Test
  void whoKeepsFailingIsLockedOut() {
    owners.settings("{\"sentinelPolicy\":{\"maxAttempts\":2,\"lockoutDuration\":5}}");
    page.begin("SignIn");
    page.signedIn(person);
    Seen last = page.post(KEYS + "/authentication", null);
    for (int i = 0; i < 3; i++) {
      Seen begun = page.post(KEYS + "/authentication", null);
      last =
          page.answered(
              KEYS + "/authentication/verify",
              begun.json().get("verificationId").asText(),
              SoftAuthenticator.es256().show(begun.json().get("authenticationOptions")));
    }
    owners.settings("{\"sentinelPolicy\":{}}");
    assertEquals("session.verification_blocked_too_many_attempts", last.code());
  }
}
