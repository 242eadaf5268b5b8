package io.gatehouse.experience;

import static io.gatehouse.experience.CustomPage.done;
import static io.gatehouse.experience.CustomPage.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Authenticator;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adding a second factor on the way in: who is asked to, and how it is done. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class BindingFlowTest {
  private static final String NONE = "-";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ServerClock clock;

  private final CustomPage page = new CustomPage();
  private ApiClient api;

  @BeforeEach
  void prepare() {
    api = clients.management();
  }

  @AfterEach
  void restore() {
    clock.reset();
    settings(
        """
        {"mfa":{"factors":[],"policy":"UserControlled"},"adaptiveMfa":{"enabled":false},
         "signUp":{"identifiers":["username"],"password":true,"verify":false}}
        """);
  }

  /** Somebody without a factor, and a newcomer: what each is told, and whether they can skip it. */
  @ParameterizedTest
  @CsvSource({
    "UserControlled, user.suggest_mfa, user.suggest_mfa, true",
    "Mandatory, user.missing_mfa, user.missing_mfa, false",
    "PromptOnlyAtSignIn, user.suggest_mfa, -, true",
    "PromptAtSignInAndSignUp, user.suggest_mfa, user.suggest_mfa, true",
    "NoPrompt, -, -, true",
    "PromptAtSignInAndSignUpMandatory, user.missing_mfa, user.missing_mfa, false",
    "PromptOnlyAtSignInMandatory, user.missing_mfa, -, false"
  })
  void eachPolicyAsksThoseWhomItMeans(
      String policy, String atSignIn, String atSignUp, boolean skippable) {
    policy(policy, "\"Totp\"");
    User person = people.anybody();
    page.identify(person);
    assertAsks(atSignIn, skippable);
    if (atSignIn.equals(NONE)) {
      page.identify(person);
    }
    Seen skipped = page.post("/profile/mfa/mfa-skipped", null);
    if (skippable) {
      done(skipped);
      page.end();
      page.identify(person);
      page.end();
      assertTrue(settingsOf(person.id()).at("/mfa/skipped").asBoolean());
    } else {
      assertEquals("session.mfa.mfa_policy_not_user_controlled", skipped.code());
      assertEquals(422, skipped.status());
    }
    page.register();
    assertAsks(atSignUp, skippable);
  }

  private void assertAsks(String code, boolean skippable) {
    if (code.equals(NONE)) {
      page.end();
      return;
    }
    Seen asked = page.submit();
    assertEquals(code, asked.code(), asked.text());
    assertEquals(422, asked.status());
    if (code.equals("user.missing_mfa")) {
      assertEquals("{\"availableFactors\":[\"Totp\"]}", asked.json().get("data").toString());
    } else if (skippable) {
      done(page.post("/profile/mfa/mfa-enabled", null));
      Seen missing = page.submit();
      assertEquals("user.missing_mfa", missing.code(), missing.text());
      assertEquals(
          "{\"availableFactors\":[\"Totp\"],\"skippable\":true}",
          missing.json().get("data").toString());
    }
  }

  @Test
  void aNewcomerSetsAnAppAndBackupCodesUp() {
    policy("Mandatory", "\"BackupCode\",\"Totp\"");
    String user = page.register();
    assertEquals("user.missing_mfa", page.refusal());
    JsonNode codes = page.post("/verification/backup-code/generate", null).json();
    assertEquals(
        "session.mfa.backup_code_can_not_be_alone",
        bind("BackupCode", codes.get("verificationId").asText()).code());
    JsonNode app = page.post("/verification/totp/secret", null).json();
    assertTrue(app.get("secretQrCode").asText().startsWith("data:image/png;base64,"));
    String secret = app.get("secret").asText();
    String proof = app.get("verificationId").asText();
    assertEquals("session.verification_failed", bind("Totp", proof).code());
    assertEquals("session.mfa.invalid_totp_code", confirm(proof, "000000").code());
    String shown = Authenticator.code(secret, clock.instant());
    assertEquals(proof, id(confirm(proof, shown)));
    done(bind("Totp", proof));
    assertEquals("session.mfa.backup_code_required", page.refusal());
    JsonNode generated = page.post("/verification/backup-code/generate", null).json();
    done(bind("BackupCode", generated.get("verificationId").asText()));
    JsonNode state = page.state();
    assertEquals(
        "{\"mfaEnabled\":true,\"totp\":{\"type\":\"Totp\"},\"backupCode\":{\"type\":\"BackupCode\"}}",
        state.get("mfa").toString());
    assertFalse(state.toString().contains("secret"), state.toString());
    page.end();
    JsonNode kept = api.get("/api/users/" + user + "/mfa-verifications").json();
    assertEquals("[\"Totp\", \"BackupCode\"]", kept.findValues("type").toString());
    assertTrue(settingsOf(user).at("/mfa/enabled").asBoolean());
    assertLogged(user, "Register.Verification.Totp.Create", 1);
    assertLogged(user, "Register.Verification.Totp.Submit", 2);
    assertLogged(user, "Register.BindMfa.Totp.Submit", 2);
    assertLogged(user, "Register.BindMfa.BackupCode.Submit", 2);
    User person = people.find(user);
    page.identify(person);
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
    assertEquals(
        "session.mfa.invalid_totp_code",
        page.send("/verification/totp/verify", "code", shown).code(),
        "the code that set it up");
    clock.pass(Duration.ofSeconds(30));
    String code = Authenticator.code(secret, clock.instant());
    id(page.send("/verification/totp/verify", "code", code));
    page.end();
  }

  @Test
  void whatCannotBeAddedIsRefused() {
    policy("UserControlled", "\"Totp\"");
    User person = people.anybody();
    page.identify(person);
    assertEquals("session.verification_session_not_found", bind("Totp", "none").code());
    assertEquals("session.verification_session_not_found", confirm("none", "000000").code());
    JsonNode codes = page.post("/verification/backup-code/generate", null).json();
    assertEquals(
        "session.mfa.mfa_factor_not_enabled",
        bind("BackupCode", codes.get("verificationId").asText()).code());
    assertEquals("guard.invalid_input", bind("Fax", "none").code());
    api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"Totp\"}");
    JsonNode app = page.post("/verification/totp/secret", null).json();
    String code = Authenticator.code(app.get("secret").asText(), clock.instant());
    String proof = id(confirm(app.get("verificationId").asText(), code));
    assertEquals("session.mfa.require_mfa_verification", bind("Totp", proof).code());
  }

  @Test
  void aSecondAppIsRefused() {
    policy("Mandatory", "\"Totp\",\"BackupCode\"");
    User person = people.anybody();
    String factors = "/api/users/" + person.id() + "/mfa-verifications";
    String secret = api.post(factors, "{\"type\":\"Totp\"}").json().get("secret").asText();
    JsonNode codes = api.post(factors, "{\"type\":\"BackupCode\"}").json().get("codes");
    page.identify(person);
    id(page.send("/verification/backup-code/verify", "code", codes.get(0).asText()));
    String own = Authenticator.code(secret, clock.instant());
    String proof = id(page.send("/verification/totp/verify", "code", own));
    assertEquals("session.mfa.pending_info_not_found", bind("Totp", proof).code());
    JsonNode app = page.post("/verification/totp/secret", null).json();
    String code = Authenticator.code(app.get("secret").asText(), clock.instant());
    String fresh = id(confirm(app.get("verificationId").asText(), code));
    assertEquals("user.totp_already_in_use", bind("Totp", fresh).code());
  }

  @Test
  void anAddressIsAddedAsAFactor() {
    policy("PromptAtSignInAndSignUp", "\"EmailVerificationCode\"");
    try (Mailbox mailbox = new Mailbox()) {
      mail(mailbox);
      String user = page.register();
      assertEquals("user.suggest_mfa", page.refusal());
      String email = "e" + Ids.shortId() + "@example.org";
      String proof = prove(mailbox, email, "Register");
      assertEquals("BindMfa", mailbox.received().getLast().get("type").asText());
      done(bind("EmailVerificationCode", proof));
      page.end();
      assertEquals(email, api.get("/api/users/" + user).json().get("primaryEmail").asText());
      User person = people.find(user);
      page.identify(person);
      assertEquals("session.mfa.require_mfa_verification", page.refusal());
    }
  }

  @Test
  void whoSignsInByAddressIsSuggestedAnotherFactorUntilTheyWaveItAway() {
    settings("{\"signUp\":{\"identifiers\":[\"email\"],\"password\":true,\"verify\":true}}");
    policy("Mandatory", "\"EmailVerificationCode\",\"Totp\",\"BackupCode\"");
    try (Mailbox mailbox = new Mailbox()) {
      mail(mailbox);
      User person = people.with(People.username(), "daphne" + Ids.shortId() + "@example.org");
      page.identify(person);
      second(mailbox);
      Seen suggested = page.submit();
      assertEquals(422, suggested.status());
      assertEquals("session.mfa.suggest_additional_mfa", suggested.code());
      assertEquals(
          "{\"availableFactors\":[\"Totp\",\"EmailVerificationCode\"],\"maskedIdentifiers\":{\"EmailVerificationCode\":\"daph****@example.org\"},"
              + "\"isWebAuthnUsedAsSignInPasskey\":false,\"skippable\":true,\"suggestion\":true}",
          suggested.json().get("data").toString());
      done(page.post("/profile/mfa/mfa-suggestion-skipped", null));
      assertEquals("session.mfa.backup_code_required", page.refusal());
      JsonNode codes = page.post("/verification/backup-code/generate", null).json();
      done(bind("BackupCode", codes.get("verificationId").asText()));
      page.end();
      page.identify(person);
      second(mailbox);
      page.end();
    }
  }

  @Test
  void membersOfAnOrganizationThatAsksForItHaveNoChoice() {
    User person = people.anybody();
    String organization =
        api.post("/api/organizations", "{\"name\":\"Vault\",\"isMfaRequired\":true}")
            .json()
            .get("id")
            .asText();
    api.post(
        "/api/organizations/" + organization + "/users", "{\"userIds\":[\"" + person.id() + "\"]}");
    settings("{\"mfa\":{\"factors\":[\"Totp\"],\"policy\":\"NoPrompt\"}}");
    page.identify(person);
    page.end();
    settings(
        """
        {"mfa":{"factors":["Totp"],"policy":"NoPrompt","organizationRequiredMfaPolicy":"Mandatory"}}
        """);
    page.identify(person);
    Seen asked = page.submit();
    assertEquals("user.missing_mfa", asked.code());
    assertEquals("{\"availableFactors\":[\"Totp\"]}", asked.json().get("data").toString());
    assertEquals(
        "session.mfa.mfa_policy_not_user_controlled",
        page.post("/profile/mfa/mfa-skipped", null).code());
    User other = people.anybody();
    page.identify(other);
    page.end();
  }

  @Test
  void whatWasSwitchedOffMeanwhileIsNotWritten() {
    policy("Mandatory", "\"Totp\"");
    page.register();
    JsonNode app = page.post("/verification/totp/secret", null).json();
    String code = Authenticator.code(app.get("secret").asText(), clock.instant());
    done(bind("Totp", id(confirm(app.get("verificationId").asText(), code))));
    policy("Mandatory", "\"WebAuthn\"");
    assertEquals("session.mfa.mfa_factor_not_enabled", page.refusal());
  }

  private void second(Mailbox mailbox) {
    String sent = id(page.send("/verification/mfa-verification-code", "identifierType", "email"));
    id(
        page.send(
            "/verification/mfa-verification-code/verify",
            "verificationId",
            sent,
            "code",
            mailbox.code(),
            "identifierType",
            "email"));
  }

  private String prove(Mailbox mailbox, String email, String event) {
    String identifier = "{\"type\":\"email\",\"value\":\"" + email + "\"}";
    String sent =
        id(
            page.post(
                "/verification/verification-code",
                "{\"identifier\":%s,\"interactionEvent\":\"%s\"}".formatted(identifier, event)));
    return id(
        page.post(
            "/verification/verification-code/verify",
            "{\"identifier\":%s,\"verificationId\":\"%s\",\"code\":\"%s\"}"
                .formatted(identifier, sent, mailbox.code())));
  }

  private Seen bind(String type, String proof) {
    return page.send("/profile/mfa", "type", type, "verificationId", proof);
  }

  private Seen confirm(String proof, String code) {
    return page.send("/verification/totp/verify", "code", code, "verificationId", proof);
  }

  private void mail(Mailbox mailbox) {
    Answer made =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
    assertEquals(200, made.status(), made.text());
  }

  private void assertLogged(String user, String key, int times) {
    JsonNode found = api.get("/api/logs?userId=" + user + "&logKey=Interaction." + key).json();
    assertEquals(times, found.size(), key);
    assertFalse(found.toString().contains("secret"), found.toString());
  }

  private JsonNode settingsOf(String id) {
    return api.get("/api/users/" + id + "/logto-configs").json();
  }

  private void policy(String policy, String factors) {
    boolean adaptive = policy.startsWith("Prompt") && policy.endsWith("Mandatory");
    settings(
        "{\"mfa\":{\"factors\":[%s],\"policy\":\"%s\"},\"adaptiveMfa\":{\"enabled\":%s}}"
            .formatted(factors, policy, adaptive));
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
