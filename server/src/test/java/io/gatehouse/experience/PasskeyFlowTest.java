package io.gatehouse.experience;

import static io.gatehouse.experience.PasskeyPage.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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

/** Signing in by a passkey, and by nothing else, on a page of one's own. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PasskeyFlowTest {
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
  @Spec("WebAuthn §7.2")
  void whoeverHoldsAPasskeySignsInWithoutSayingWhoTheyAre() {
    JsonNode asked = page.preflight();
    assertEquals("localhost", asked.get("rpId").asText());
    assertEquals(0, asked.get("allowCredentials").size());
    assertEquals("required", asked.get("userVerification").asText());
    page.begin("SignIn");
    String proof = PasskeyPage.proof(page.shown(null, device.show(asked)));
    JsonNode state = browser.api("GET", ROOT + "/interaction", null).json();
    JsonNode record = state.at("/verificationRecords/0");
    assertEquals("SignInPasskey", record.get("type").asText());
    assertEquals(person.id(), record.get("userId").asText());
    assertFalse(record.has("copied"), record.toString());
    assertEquals(204, page.identify(proof).status());
    Seen done = browser.api("POST", ROOT + "/submit", null);
    assertEquals(200, done.status(), done.text());
    assertNotNull(browser.follow(browser.get(PasskeyPage.path(done))).parameter("code"));
    JsonNode factor = owners.factors(person).get(0);
    assertTrue(factor.hasNonNull("lastUsedAt"), factor.toString());
  }

  @Test
  void whoGivesAnIdentifierIsAskedForTheirOwnPasskeys() {
    page.begin("SignIn");
    Seen begun = page.ask(person.username());
    assertEquals(200, begun.status(), begun.text());
    JsonNode asked = begun.json().get("authenticationOptions");
    assertEquals(device.id(), asked.at("/allowCredentials/0/id").asText());
    assertEquals(1, asked.get("allowCredentials").size());
    String id = begun.json().get("verificationId").asText();
    assertEquals("session.verification_failed", page.identify(id).code());
    ObjectNode answer = device.show(asked, response -> response.remove("userHandle"));
    assertEquals(id, PasskeyPage.proof(page.shown(id, answer)));
    assertEquals(204, page.identify(id).status());
  }

  @Test
  void nobodyUnknownAndNobodyWithoutAPasskeyIsAsked() {
    page.begin("SignIn");
    String none = "session.mfa.webauthn_verification_not_found";
    assertEquals(none, page.ask("nobody_" + person.id()).code());
    assertEquals(none, page.ask(people.anybody().username()).code());
  }

  @Test
  void aChallengeIsAnsweredOnceRightOrWrong() {
    JsonNode asked = page.preflight();
    page.begin("SignIn");
    ObjectNode answer = device.show(asked);
    PasskeyPage.proof(page.shown(null, answer));
    assertEquals("session.verification_session_not_found", page.shown(null, answer).code());
    Seen begun = page.ask(person.username());
    String id = begun.json().get("verificationId").asText();
    JsonNode options = begun.json().get("authenticationOptions");
    ObjectNode wrong = device.at("https://evil.example.org").show(options);
    assertEquals("session.mfa.webauthn_verification_failed", page.shown(id, wrong).code());
    ObjectNode right = device.at(Browser.ENDPOINT).show(options);
    assertEquals("session.passkey_sign_in.pending_info_not_found", page.shown(id, right).code());
    assertEquals("session.verification_session_not_found", page.shown("unknown", right).code());
  }

  @Test
  void whatIsNotTheSitesPasskeyOrNotItsOwnersIsRefused() {
    page.begin("SignIn");
    SoftAuthenticator stranger = SoftAuthenticator.es256();
    Seen unknown = page.shown(null, stranger.show(page.preflight()));
    assertEquals("session.identifier_not_found", unknown.code());
    assertEquals(400, unknown.status());
    Seen unnamed =
        page.shown(null, device.show(page.preflight(), response -> response.remove("userHandle")));
    assertEquals("session.mfa.webauthn_verification_failed", unnamed.code());
    PasskeyPage.proof(page.shown(null, device.show(page.preflight())));
    Seen setBack = page.shown(null, device.setBack(1).show(page.preflight()));
    assertEquals("session.mfa.webauthn_verification_failed", setBack.code());
    User other = people.anybody();
    SoftAuthenticator theirs = owners.passkeyOf(other);
    Seen begun = page.ask(person.username());
    Seen crossed =
        page.shown(
            begun.json().get("verificationId").asText(),
            theirs.show(begun.json().get("authenticationOptions")));
    assertEquals(409, crossed.status(), crossed.text());
    assertEquals("session.identity_conflict", crossed.code());
  }

  @Test
  void whereItIsSwitchedOffNobodyIsIdentifiedByIt() {
    JsonNode asked = page.preflight();
    page.begin("SignIn");
    String proof = PasskeyPage.proof(page.shown(null, device.show(asked)));
    owners.settings("{\"passkeySignIn\":{\"enabled\":false}}");
    Seen refused = page.identify(proof);
    assertEquals(422, refused.status());
    assertEquals("user.sign_in_method_not_enabled", refused.code());
    owners.offer();
    page.begin("ForgotPassword");
    JsonNode again = page.preflight();
    assertEquals(
        "session.not_supported_for_forgot_password",
        page.identify(PasskeyPage.proof(page.shown(null, device.show(again)))).code());
  }

  @Test
  void whoIsSuspendedStaysOut() {
    JsonNode asked = page.preflight();
    page.begin("SignIn");
    String proof = PasskeyPage.proof(page.shown(null, device.show(asked)));
    owners.suspend(person);
    assertEquals("user.suspended", page.identify(proof).code());
  }

  @Test
  void whoSignsInByAPasskeyIsAskedForNoOtherFactor() {
    owners.demand("WebAuthn", "Totp");
    JsonNode asked = page.preflight();
    page.begin("SignIn");
    String proof = PasskeyPage.proof(page.shown(null, device.show(asked)));
    assertEquals(204, page.identify(proof).status());
    page.post(ROOT + "/profile/mfa/mfa-suggestion-skipped", null);
    assertEquals(
        List.of("hwk", "mfa", "user"),
        owners.methods(browser, person, page.post(ROOT + "/submit", null)));
  }

  @Test
  void onesOwnPasskeyOpensNobodyElsesAccountWithoutTheirSecondFactor() {
    owners.demand("WebAuthn");
    SoftAuthenticator strangers = owners.passkeyOf(people.anybody());
    JsonNode asked = page.preflight();
    page.begin("SignIn");
    PasskeyPage.proof(page.shown(null, strangers.show(asked)));
    page.signedIn(person);
    assertEquals("session.mfa.require_mfa_verification", page.post(ROOT + "/submit", null).code());
  }

  @Test
  void whatIsTooLongIsRefusedUnread() {
    JsonNode asked = page.preflight();
    page.begin("SignIn");
    ObjectNode answer =
        device.show(asked, response -> response.put("signature", "A".repeat(100_000)));
    assertEquals("guard.invalid_input", page.shown(null, answer).code());
    assertEquals(
        "guard.invalid_input",
        page.shown(null, device.show(asked).put("id", "A".repeat(5_000))).code());
    assertEquals(
        "session.identifier_not_found",
        page.shown(null, device.show(asked).put("id", "?").put("rawId", "?")).code());
  }
}
