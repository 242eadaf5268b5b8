package io.gatehouse.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.passkey.Ceremonies;
import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.credential.passkey.RegistrationOptions;
import io.gatehouse.credential.passkey.RelyingParty;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SoftAuthenticator;
import io.gatehouse.user.User;
import io.gatehouse.user.mfa.NewPasskey;
import io.gatehouse.user.mfa.Passkeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in by a passkey, and by one beside a password, on a page of one's own. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PasskeyFlowTest {
  private static final String ROOT = "/api/experience";
  private static final String SIGN_IN = ROOT + "/verification/sign-in-passkey/authentication";
  private static final String KEYS = ROOT + "/verification/web-authn";

  private static final String MFA = "{\"mfa\":{\"factors\":[%s],\"policy\":\"Mandatory\"}}";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject Passkeys passkeys;
  @Inject Ceremonies ceremonies;
  @Inject Db db;

  private final Browser browser = new Browser();
  private SoftAuthenticator device;
  private ApiClient api;
  private User person;

  @BeforeEach
  void prepare() {
    api = clients.management();
    settings("{\"passkeySignIn\":{\"enabled\":true}}");
    person = people.anybody();
    device = owned(person);
    browser.authorize();
  }

  @AfterEach
  void restore() {
    settings("{\"passkeySignIn\":{},\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"}}");
  }

  @Test
  @Spec("WebAuthn §7.2")
  void whoeverHoldsAPasskeySignsInWithoutSayingWhoTheyAre() {
    JsonNode asked = preflight();
    assertEquals("localhost", asked.get("rpId").asText());
    assertEquals(0, asked.get("allowCredentials").size());
    assertEquals("required", asked.get("userVerification").asText());
    begin("SignIn");
    String proof = proof(shown(null, device.show(asked)));
    JsonNode state = browser.api("GET", ROOT + "/interaction", null).json();
    JsonNode record = state.at("/verificationRecords/0");
    assertEquals("SignInPasskey", record.get("type").asText());
    assertEquals(person.id(), record.get("userId").asText());
    assertFalse(record.has("copied"), record.toString());
    assertEquals(204, identify(proof).status());
    Seen done = browser.api("POST", ROOT + "/submit", null);
    assertEquals(200, done.status(), done.text());
    assertNotNull(browser.follow(browser.get(path(done))).parameter("code"));
    JsonNode factor = api.get("/api/users/" + person.id() + "/mfa-verifications").json().get(0);
    assertTrue(factor.hasNonNull("lastUsedAt"), factor.toString());
  }

  @Test
  void whoGivesAnIdentifierIsAskedForTheirOwnPasskeys() {
    begin("SignIn");
    Seen begun = ask(person.username());
    assertEquals(200, begun.status(), begun.text());
    JsonNode asked = begun.json().get("authenticationOptions");
    assertEquals(device.id(), asked.at("/allowCredentials/0/id").asText());
    assertEquals(1, asked.get("allowCredentials").size());
    String id = begun.json().get("verificationId").asText();
    assertEquals("session.verification_failed", identify(id).code());
    ObjectNode answer = device.show(asked, response -> response.remove("userHandle"));
    assertEquals(id, proof(shown(id, answer)));
    assertEquals(204, identify(id).status());
  }

  @Test
  void nobodyUnknownAndNobodyWithoutAPasskeyIsAsked() {
    begin("SignIn");
    String none = "session.mfa.webauthn_verification_not_found";
    assertEquals(none, ask("nobody_" + person.id()).code());
    assertEquals(none, ask(people.anybody().username()).code());
  }

  @Test
  void aChallengeIsAnsweredOnceRightOrWrong() {
    JsonNode asked = preflight();
    begin("SignIn");
    ObjectNode answer = device.show(asked);
    proof(shown(null, answer));
    assertEquals("session.verification_session_not_found", shown(null, answer).code());
    Seen begun = ask(person.username());
    String id = begun.json().get("verificationId").asText();
    JsonNode options = begun.json().get("authenticationOptions");
    ObjectNode wrong = device.at("https://evil.example.org").show(options);
    assertEquals("session.mfa.webauthn_verification_failed", shown(id, wrong).code());
    ObjectNode right = device.at(Browser.ENDPOINT).show(options);
    assertEquals("session.passkey_sign_in.pending_info_not_found", shown(id, right).code());
    assertEquals("session.verification_session_not_found", shown("unknown", right).code());
  }

  @Test
  void whatIsNotTheSitesPasskeyOrNotItsOwnersIsRefused() {
    begin("SignIn");
    SoftAuthenticator stranger = SoftAuthenticator.es256();
    Seen unknown = shown(null, stranger.show(preflight()));
    assertEquals("session.identifier_not_found", unknown.code());
    assertEquals(400, unknown.status());
    Seen unnamed = shown(null, device.show(preflight(), response -> response.remove("userHandle")));
    assertEquals("session.mfa.webauthn_verification_failed", unnamed.code());
    proof(shown(null, device.show(preflight())));
    Seen setBack = shown(null, device.setBack(1).show(preflight()));
    assertEquals("session.mfa.webauthn_verification_failed", setBack.code());
    User other = people.anybody();
    SoftAuthenticator theirs = owned(other);
    Seen begun = ask(person.username());
    Seen crossed =
        shown(
            begun.json().get("verificationId").asText(),
            theirs.show(begun.json().get("authenticationOptions")));
    assertEquals(409, crossed.status(), crossed.text());
    assertEquals("session.identity_conflict", crossed.code());
  }

  @Test
  void whereItIsSwitchedOffNobodyIsIdentifiedByIt() {
    JsonNode asked = preflight();
    begin("SignIn");
    String proof = proof(shown(null, device.show(asked)));
    settings("{\"passkeySignIn\":{\"enabled\":false}}");
    Seen refused = identify(proof);
    assertEquals(422, refused.status());
    assertEquals("user.sign_in_method_not_enabled", refused.code());
    settings("{\"passkeySignIn\":{\"enabled\":true}}");
    begin("ForgotPassword");
    JsonNode again = preflight();
    assertEquals(
        "session.not_supported_for_forgot_password",
        identify(proof(shown(null, device.show(again)))).code());
  }

  @Test
  void whoIsSuspendedStaysOut() {
    JsonNode asked = preflight();
    begin("SignIn");
    String proof = proof(shown(null, device.show(asked)));
    api.patch("/api/users/" + person.id() + "/is-suspended", "{\"isSuspended\":true}");
    assertEquals("user.suspended", identify(proof).code());
  }

  @Test
  @Spec("WebAuthn §7.1")
  void aPersonWhoIsKnownMakesAPasskey() {
    begin("SignIn");
    assertEquals("session.identifier_not_found", post(KEYS + "/registration", null).code());
    assertEquals(404, post(KEYS + "/authentication", null).status());
    signedIn();
    Seen begun = post(KEYS + "/registration", null);
    assertEquals(200, begun.status(), begun.text());
    JsonNode options = begun.json().get("registrationOptions");
    assertEquals(device.id(), options.at("/excludeCredentials/0/id").asText());
    assertEquals(person.username(), options.at("/user/name").asText());
    String id = begun.json().get("verificationId").asText();
    SoftAuthenticator fresh = SoftAuthenticator.rs256();
    ObjectNode answer = fresh.make(options);
    assertEquals(200, answered(KEYS + "/registration/verify", id, answer).status());
    assertEquals(
        "session.mfa.pending_info_not_found",
        answered(KEYS + "/registration/verify", id, answer).code());
    JsonNode record = last(browser.api("GET", ROOT + "/interaction", null).json());
    assertEquals("WebAuthn", record.get("type").asText());
    assertTrue(record.get("verified").asBoolean());
    assertFalse(record.has("made"), record.toString());
    Seen again = post(KEYS + "/registration", null);
    assertEquals(
        404, answered(KEYS + "/registration/verify", id, answer).status(), "a newer one is there");
    Seen taken =
        answered(
            KEYS + "/registration/verify",
            again.json().get("verificationId").asText(),
            device.make(again.json().get("registrationOptions")));
    assertEquals("session.mfa.webauthn_verification_failed", taken.code());
  }

  @Test
  void aPersonWhoIsKnownShowsTheirOwnPasskey() {
    begin("SignIn");
    signedIn();
    Seen begun = post(KEYS + "/authentication", null);
    assertEquals(200, begun.status(), begun.text());
    String id = begun.json().get("verificationId").asText();
    ObjectNode answer = device.show(begun.json().get("authenticationOptions"));
    assertEquals(200, answered(KEYS + "/authentication/verify", id, answer).status());
    assertEquals(
        "session.mfa.pending_info_not_found",
        answered(KEYS + "/authentication/verify", id, answer).code());
    SoftAuthenticator theirs = owned(people.anybody());
    Seen next = post(KEYS + "/authentication", null);
    Seen crossed =
        answered(
            KEYS + "/authentication/verify",
            next.json().get("verificationId").asText(),
            theirs.show(next.json().get("authenticationOptions")));
    assertEquals("session.mfa.webauthn_verification_failed", crossed.code());
  }

  @Test
  @Spec("RFC 8176 §2")
  void aPasskeyIsTheSecondFactorOfWhoeverHasOneAndTheTokenTellsIt() {
    settings(MFA.formatted("\"WebAuthn\""));
    begin("SignIn");
    signedIn();
    Seen refused = post(ROOT + "/submit", null);
    assertEquals("session.mfa.require_mfa_verification", refused.code());
    assertEquals("WebAuthn", refused.json().at("/data/availableFactors/0").asText());
    Seen begun = post(KEYS + "/authentication", null);
    ObjectNode answer = device.show(begun.json().get("authenticationOptions"));
    String id = begun.json().get("verificationId").asText();
    assertEquals(200, answered(KEYS + "/authentication/verify", id, answer).status());
    assertEquals(List.of("hwk", "mfa", "pwd", "user"), methods(post(ROOT + "/submit", null)));
  }

  @Test
  void whoSignsInByAPasskeyIsAskedForNoOtherFactor() {
    settings(MFA.formatted("\"WebAuthn\",\"Totp\""));
    JsonNode asked = preflight();
    begin("SignIn");
    String proof = proof(shown(null, device.show(asked)));
    assertEquals(204, identify(proof).status());
    post(ROOT + "/profile/mfa/mfa-suggestion-skipped", null);
    assertEquals(List.of("hwk", "mfa", "user"), methods(post(ROOT + "/submit", null)));
  }

  @Test
  void onesOwnPasskeyOpensNobodyElsesAccountWithoutTheirSecondFactor() {
    settings(MFA.formatted("\"WebAuthn\""));
    SoftAuthenticator strangers = owned(people.anybody());
    JsonNode asked = preflight();
    begin("SignIn");
    proof(shown(null, strangers.show(asked)));
    signedIn();
    assertEquals("session.mfa.require_mfa_verification", post(ROOT + "/submit", null).code());
  }

  @Test
  void whoHasNoneIsOfferedAPasskeyAndMakesOneOrWavesItAway() {
    person = people.anybody();
    begin("SignIn");
    signedIn();
    Seen offered = post(ROOT + "/submit", null);
    assertEquals(422, offered.status());
    assertEquals("user.passkey_preferred", offered.code());
    Seen begun = post(KEYS + "/registration", null);
    String id = begun.json().get("verificationId").asText();
    String bind = "{\"verificationId\":\"" + id + "\"}";
    assertEquals("session.verification_failed", post(ROOT + "/profile/mfa/passkey", bind).code());
    SoftAuthenticator fresh = SoftAuthenticator.rs256().synced();
    ObjectNode made = fresh.make(begun.json().get("registrationOptions"));
    assertEquals(200, answered(KEYS + "/registration/verify", id, made).status());
    assertEquals(204, post(ROOT + "/profile/mfa/passkey", bind).status());
    JsonNode pending = browser.api("GET", ROOT + "/interaction", null).json().at("/mfa/webAuthn/0");
    assertEquals(fresh.id(), pending.get("credentialId").asText());
    assertEquals(200, post(ROOT + "/submit", null).status());
    JsonNode factor = api.get("/api/users/" + person.id() + "/mfa-verifications").json().get(0);
    assertEquals("WebAuthn", factor.get("type").asText());

    browser.authorize("prompt", "login");
    JsonNode asked = preflight();
    begin("SignIn");
    assertEquals(204, identify(proof(shown(null, fresh.show(asked)))).status());
    assertEquals(List.of("mfa", "swk", "user"), methods(post(ROOT + "/submit", null)));
  }

  @Test
  void whoWavesThePasskeyAwayIsNotAskedAgain() {
    person = people.anybody();
    for (boolean first : new boolean[] {true, false}) {
      browser.authorize("prompt", "login");
      begin("SignIn");
      signedIn();
      if (first) {
        assertEquals("user.passkey_preferred", post(ROOT + "/submit", null).code());
        assertEquals(204, post(ROOT + "/profile/mfa/passkey-skipped", null).status());
      }
      Seen done = post(ROOT + "/submit", null);
      assertEquals(200, done.status(), done.text());
    }
  }

  @Test
  void aSecurityKeyIsAddedAsASecondFactorWhereItIsOffered() {
    settings("{\"passkeySignIn\":{}}");
    person = people.anybody();
    begin("SignIn");
    signedIn();
    Seen begun = post(KEYS + "/registration", null);
    String id = begun.json().get("verificationId").asText();
    ObjectNode made = SoftAuthenticator.es256().make(begun.json().get("registrationOptions"));
    assertEquals(200, answered(KEYS + "/registration/verify", id, made).status());
    String bind = "{\"type\":\"WebAuthn\",\"verificationId\":\"" + id + "\"}";
    Seen refused = post(ROOT + "/profile/mfa", bind);
    assertEquals("session.mfa.mfa_factor_not_enabled", refused.code());
    settings(MFA.formatted("\"WebAuthn\""));
    assertEquals(204, post(ROOT + "/profile/mfa", bind).status());
    assertEquals(
        List.of("pwd"), methods(post(ROOT + "/submit", null)), "what is new proves nothing");
    assertEquals(1, api.get("/api/users/" + person.id() + "/mfa-verifications").json().size());
  }

  @Test
  void whoKeepsFailingIsLockedOut() {
    settings("{\"sentinelPolicy\":{\"maxAttempts\":2,\"lockoutDuration\":5}}");
    begin("SignIn");
    signedIn();
    Seen last = post(KEYS + "/authentication", null);
    for (int i = 0; i < 3; i++) {
      Seen begun = post(KEYS + "/authentication", null);
      last =
          answered(
              KEYS + "/authentication/verify",
              begun.json().get("verificationId").asText(),
              SoftAuthenticator.es256().show(begun.json().get("authenticationOptions")));
    }
    settings("{\"sentinelPolicy\":{}}");
    assertEquals("session.verification_blocked_too_many_attempts", last.code());
  }

  @Test
  void whatIsTooLongIsRefusedUnread() {
    JsonNode asked = preflight();
    begin("SignIn");
    ObjectNode answer =
        device.show(asked, response -> response.put("signature", "A".repeat(100_000)));
    assertEquals("guard.invalid_input", shown(null, answer).code());
    assertEquals(
        "guard.invalid_input", shown(null, device.show(asked).put("id", "A".repeat(5_000))).code());
    assertEquals(
        "session.identifier_not_found",
        shown(null, device.show(asked).put("id", "?").put("rawId", "?")).code());
  }

  /** Ends the sign-in, and answers by which means the person has signed in. */
  private List<String> methods(Seen submitted) {
    assertEquals(200, submitted.status(), submitted.text());
    browser.follow(browser.get(path(submitted)));
    String amr =
        db.one(
            TenantId.DEFAULT,
            """
            select amr::text as amr from sessions where tenant_id = 'default' and user_id = ?
            order by auth_time desc limit 1
            """,
            row -> row.text("amr"),
            person.id());
    return Stream.of(JsonCodec.read(amr, String[].class)).sorted().toList();
  }

  /** A passkey that somebody has, made as their browser would make it. */
  private SoftAuthenticator owned(User owner) {
    SoftAuthenticator made = SoftAuthenticator.es256();
    RelyingParty site = RelyingParty.of(URI.create(Browser.ENDPOINT));
    RegistrationOptions options = ceremonies.make(site, owner.id(), "somebody", List.of());
    Passkey passkey =
        ceremonies.made(
            site,
            options.challenge(),
            JsonCodec.mapper()
                .convertValue(
                    made.make(JsonCodec.mapper().valueToTree(options)), RegistrationAnswer.class));
    passkeys.add(
        TenantId.DEFAULT, owner.id(), new NewPasskey(passkey, site.id(), "a browser", null));
    return made;
  }

  private void begin(String event) {
    Seen begun = browser.api("PUT", ROOT, "{\"interactionEvent\":\"" + event + "\"}");
    assertEquals(204, begun.status(), begun.text());
  }

  private void signedIn() {
    Seen proved =
        post(
            ROOT + "/verification/password",
            "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"},\"password\":\"%s\"}"
                .formatted(person.username(), People.PASSWORD));
    assertEquals(204, identify(proof(proved)).status());
  }

  private JsonNode preflight() {
    Seen asked = post(ROOT + "/preflight/sign-in-passkey/authentication", null);
    assertEquals(200, asked.status(), asked.text());
    return asked.json().get("authenticationOptions");
  }

  private Seen ask(@Nullable String username) {
    return post(
        SIGN_IN, "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"}}".formatted(username));
  }

  private Seen shown(@Nullable String id, ObjectNode answer) {
    return answered(SIGN_IN + "/verify", id, answer);
  }

  private Seen answered(String path, @Nullable String id, ObjectNode answer) {
    ObjectNode body = JsonCodec.object();
    if (id != null) {
      body.put("verificationId", id);
    }
    body.set("payload", answer);
    return post(path, body.toString());
  }

  private static String proof(Seen answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json().get("verificationId").asText();
  }

  private Seen identify(String proof) {
    return post(ROOT + "/identification", "{\"verificationId\":\"" + proof + "\"}");
  }

  private Seen post(String path, @Nullable String json) {
    return browser.api("POST", path, json);
  }

  private static JsonNode last(JsonNode state) {
    JsonNode records = state.get("verificationRecords");
    return records.get(records.size() - 1);
  }

  private static String path(Seen done) {
    return done.json().get("redirectTo").asText().replace(Browser.ENDPOINT, "");
  }

  private void settings(String json) {
    assertEquals(200, api.patch("/api/sign-in-exp", json).status());
  }
}
