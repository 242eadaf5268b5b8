package io.gatehouse.experience;

import static io.gatehouse.experience.CustomPage.done;
import static io.gatehouse.experience.CustomPage.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Authenticator;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.HookReceiver;
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

/** Showing a second factor at a sign-in. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SecondFactorFlowTest {
  @Inject ApiClients clients;
  @Inject People people;
  @Inject ServerClock clock;
  @Inject Db db;

  private final CustomPage page = new CustomPage();
  private ApiClient api;
  private User person;

  @BeforeEach
  void prepare() {
    api = clients.management();
    factors("\"Totp\",\"BackupCode\",\"EmailVerificationCode\"");
    person = people.anybody();
  }

  @AfterEach
  void restore() {
    clock.reset();
    settings(
        "{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"},\"adaptiveMfa\":{},\"sentinelPolicy\":{}}");
  }

  @Test
  @Spec("RFC 6238 §5.2")
  @Spec("RFC 8176 §2")
  void whoHasAnAuthenticatorAppShowsItsCodeOnce() {
    factors("\"Totp\"");
    String secret = app();
    page.identify(person);
    Seen asked = page.submit();
    assertEquals(403, asked.status(), asked.text());
    assertEquals("session.mfa.require_mfa_verification", asked.code());
    assertEquals(
        "{\"availableFactors\":[\"Totp\"],\"maskedIdentifiers\":{}}",
        asked.json().get("data").toString());
    assertEquals("session.mfa.invalid_totp_code", totp("000000").code());
    String code = code(secret);
    String proof = id(totp(code));
    assertEquals(
        "{\"type\":\"Totp\",\"id\":\"%s\",\"userId\":\"%s\",\"verified\":true}"
            .formatted(proof, person.id()),
        page.state().at("/verificationRecords/1").toString());
    page.end();
    assertEquals("[\"pwd\", \"otp\", \"mfa\"]", amr());
    assertTrue(settingsOf(person.id()).at("/mfa/enabled").asBoolean());
    page.identify(person);
    assertEquals("session.mfa.invalid_totp_code", totp(code).code(), "the same code again");
    clock.pass(Duration.ofSeconds(30));
    id(totp(code(secret)));
    page.end();
  }

  @Test
  void aBackupCodeIsGoodForOneSignIn() {
    app();
    String code = backupCodes().get(3).asText();
    page.identify(person);
    assertEquals(
        "[\"Totp\",\"BackupCode\"]", page.submit().json().at("/data/availableFactors").toString());
    assertEquals(
        "session.mfa.invalid_backup_code",
        page.send("/verification/backup-code/verify", "code", "0000000000").code());
    id(page.send("/verification/backup-code/verify", "code", code));
    assertEquals(code, page.state().at("/verificationRecords/1/code").asText());
    page.end();
    page.identify(person);
    assertEquals(
        "session.mfa.invalid_backup_code",
        page.send("/verification/backup-code/verify", "code", code).code());
    assertEquals(9, factor("BackupCode").get("remainCodes").asInt());
  }

  @Test
  void theLastBackupCodeLetsInAndANewSetIsAskedFor() {
    String secret = app();
    JsonNode codes = backupCodes();
    db.update(
        TenantId.DEFAULT,
        "update user_backup_codes set used_at = now() where tenant_id = 'default' and position > 0"
            + " and factor_id in (select id from user_mfa_factors where tenant_id = 'default' and user_id = ?)",
        person.id());
    page.identify(person);
    id(page.send("/verification/backup-code/verify", "code", codes.get(0).asText()));
    assertEquals("session.mfa.backup_code_required", page.refusal());
    JsonNode generated = page.post("/verification/backup-code/generate", null).json();
    assertEquals(10, generated.get("codes").size());
    assertFalse(page.state().toString().contains(generated.at("/codes/0").asText()));
    done(
        page.send(
            "/profile/mfa",
            "type",
            "BackupCode",
            "verificationId",
            generated.get("verificationId").asText()));
    page.end();
    page.identify(person);
    id(page.send("/verification/backup-code/verify", "code", generated.at("/codes/9").asText()));
    assertEquals(9, factor("BackupCode").get("remainCodes").asInt());
    clock.pass(Duration.ofSeconds(30));
    id(totp(code(secret)));
  }

  @Test
  void aCodeGoesToTheirOwnAddress() {
    String email = "chloe" + Ids.shortId() + "@example.org";
    person = people.with(People.username(), email);
    try (Mailbox mailbox = new Mailbox()) {
      Answer made =
          api.post(
              "/api/connectors",
              "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
      assertEquals(200, made.status(), made.text());
      page.identify(person);
      Seen asked = page.submit();
      assertEquals(
          "{\"availableFactors\":[\"EmailVerificationCode\"],\"maskedIdentifiers\":{\"EmailVerificationCode\":\"chlo****@example.org\"}}",
          asked.json().get("data").toString());
      assertEquals(
          "session.mfa.mfa_factor_not_enabled",
          page.send("/verification/mfa-verification-code", "identifierType", "Phone").code());
      String sent = id(page.send("/verification/mfa-verification-code", "identifierType", "Email"));
      assertEquals("MfaVerification", mailbox.received().getLast().get("type").asText());
      assertEquals(email, mailbox.received().getLast().get("to").asText());
      assertEquals("verification_code.code_mismatch", emailCode(sent, "1").code());
      assertEquals("session.verification_session_not_found", emailCode("none", "1").code());
      assertEquals("session.mfa.require_mfa_verification", page.refusal());
      id(emailCode(sent, mailbox.code()));
      assertEquals(
          "MfaEmailVerificationCode", page.state().at("/verificationRecords/1/type").asText());
      // The second step was shown; what follows is the offer that comes after it.
      assertEquals("session.mfa.backup_code_required", page.refusal());
    }
  }

  @Test
  @Spec("RFC 8176 §2")
  void aCodeGoesToTheirOwnPhone() {
    factors("\"PhoneVerificationCode\"");
    String phone = "4791" + Ids.digits(6);
    assertEquals(
        200,
        api.patch("/api/users/" + person.id(), "{\"primaryPhone\":\"" + phone + "\"}").status());
    try (Mailbox phones = new Mailbox()) {
      Answer made =
          api.post(
              "/api/connectors",
              "{\"connectorId\":\"http-sms\",\"config\":" + phones.config() + "}");
      assertEquals(200, made.status(), made.text());
      page.identify(person);
      assertEquals(
          "{\"availableFactors\":[\"PhoneVerificationCode\"],\"maskedIdentifiers\":{\"PhoneVerificationCode\":\"****%s\"}}"
              .formatted(phone.substring(6)),
          page.submit().json().get("data").toString());
      String sent = id(page.send("/verification/mfa-verification-code", "identifierType", "Phone"));
      id(
          page.send(
              "/verification/mfa-verification-code/verify",
              "verificationId",
              sent,
              "code",
              phones.code(),
              "identifierType",
              "Phone"));
      page.end();
      assertEquals("[\"pwd\", \"otp\", \"sms\", \"mfa\"]", amr());
    }
  }

  @Test
  void nobodyIsAskedForAnythingWhomTheInteractionDoesNotKnow() {
    page.begin("SignIn");
    for (String path : new String[] {"/totp/secret", "/backup-code/generate"}) {
      Seen refused = page.post("/verification" + path, null);
      assertEquals(404, refused.status());
      assertEquals("session.identifier_not_found", refused.code());
    }
    for (String path : new String[] {"/totp/verify", "/backup-code/verify"}) {
      Seen refused = page.send("/verification" + path, "code", "123456");
      assertEquals(404, refused.status());
      assertEquals("session.identifier_not_found", refused.code());
    }
    Seen refused = page.send("/verification/mfa-verification-code", "identifierType", "email");
    assertEquals(400, refused.status());
    assertEquals("session.identifier_not_found", refused.code());
    assertEquals(
        "session.identifier_not_found", page.post("/profile/mfa/mfa-enabled", null).code());
    assertEquals(
        "guard.invalid_input",
        page.send("/verification/mfa-verification-code", "identifierType", "fax").code());
  }

  @Test
  void nothingIsChangedBeforeTheSecondFactor() {
    String secret = app();
    page.identify(person);
    for (String path :
        new String[] {"/mfa/mfa-enabled", "/mfa/mfa-skipped", "/mfa/mfa-suggestion-skipped"}) {
      Seen refused = page.post("/profile" + path, null);
      assertEquals(403, refused.status(), path);
      assertEquals("session.mfa.require_mfa_verification", refused.code());
    }
    assertEquals(
        "session.mfa.require_mfa_verification",
        page.send("/profile", "type", "username", "value", "other").code());
    assertEquals(
        "session.mfa.require_mfa_verification",
        page.send("/profile/mfa", "type", "Totp", "verificationId", "any").code());
    // A new app proves nothing of the person.
    JsonNode other = page.post("/verification/totp/secret", null).json();
    id(
        page.send(
            "/verification/totp/verify",
            "code",
            code(other.get("secret").asText()),
            "verificationId",
            other.get("verificationId").asText()));
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
    id(totp(code(secret)));
    done(page.post("/profile/mfa/mfa-enabled", null));
    page.begin("ForgotPassword");
    assertEquals(
        "session.not_supported_for_forgot_password",
        page.post("/profile/mfa/mfa-enabled", null).code());
  }

  @Test
  void turningToARegistrationIsNoWayAroundIt() {
    app();
    page.identify(person);
    done(page.turn("Register"));
    Seen refused = page.submit();
    assertEquals(404, refused.status(), refused.text());
    assertEquals("session.identifier_not_found", refused.code());
    done(page.turn("SignIn"));
    assertEquals("session.identifier_not_found", page.refusal());
  }

  @Test
  void guessesAreCountedForEachFactorApartAndHooksAreTold() {
    try (HookReceiver receiver = new HookReceiver()) {
      Answer made =
          api.post(
              "/api/hooks",
              "{\"name\":\"guesses\",\"events\":[\"Identifier.Lockout\"],\"config\":{\"url\":\"%s\"}}"
                  .formatted(receiver.url()));
      assertEquals(201, made.status(), made.text());
      guess();
      JsonNode told =
          receiver.await(each -> each.json().path("value").asText().equals(person.id())).json();
      assertEquals("userId", told.get("type").asText());
      api.delete("/api/hooks/" + made.json().get("id").asText());
    }
  }

  private void guess() {
    settings("{\"sentinelPolicy\":{\"maxAttempts\":2,\"lockoutDuration\":10}}");
    String secret = app();
    String code = backupCodes().get(0).asText();
    page.identify(person);
    assertEquals("session.mfa.invalid_totp_code", totp("000000").code());
    assertEquals("session.verification_blocked_too_many_attempts", totp("000000").code());
    assertEquals("session.verification_blocked_too_many_attempts", totp(code(secret)).code());
    id(page.send("/verification/backup-code/verify", "code", code));
    page.end();
  }

  @Test
  void whoDoesNotWantItIsNotAskedWhereThatIsTheirs() {
    app();
    Answer changed =
        api.patch(
            "/api/users/" + person.id() + "/logto-configs",
            "{\"mfa\":{\"enabled\":true,\"skipMfaOnSignIn\":true}}");
    assertEquals(200, changed.status(), changed.text());
    factors("\"Totp\"");
    page.identify(person);
    page.end();
    assertEquals("[\"pwd\"]", amr());
    settings("{\"mfa\":{\"factors\":[\"Totp\"],\"policy\":\"Mandatory\"}}");
    page.identify(person);
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
  }

  @Test
  void aKindThatIsSwitchedOffNeitherCountsNorIsAskedFor() {
    app();
    factors("\"WebAuthn\"");
    page.identify(person);
    assertEquals("user.suggest_mfa", page.refusal());
  }

  private String app() {
    Answer made =
        api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"Totp\"}");
    assertEquals(200, made.status(), made.text());
    return made.json().get("secret").asText();
  }

  private JsonNode backupCodes() {
    Answer made =
        api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"BackupCode\"}");
    assertEquals(200, made.status(), made.text());
    return made.json().get("codes");
  }

  private JsonNode factor(String type) {
    for (JsonNode each : api.get("/api/users/" + person.id() + "/mfa-verifications").json()) {
      if (each.get("type").asText().equals(type)) {
        return each;
      }
    }
    throw new AssertionError("no " + type);
  }

  private Seen totp(String code) {
    return page.send("/verification/totp/verify", "code", code);
  }

  private Seen emailCode(String id, String code) {
    return page.send(
        "/verification/mfa-verification-code/verify",
        "verificationId",
        id,
        "code",
        code,
        "identifierType",
        "email");
  }

  private String code(String secret) {
    return Authenticator.code(secret, clock.instant());
  }

  private String amr() {
    return db.one(
        TenantId.DEFAULT,
        """
        select amr::text as amr from sessions where tenant_id = 'default' and user_id = ?
        order by created_at desc limit 1
        """,
        row -> row.text("amr"),
        person.id());
  }

  private JsonNode settingsOf(String id) {
    return api.get("/api/users/" + id + "/logto-configs").json();
  }

  private void factors(String list) {
    settings("{\"mfa\":{\"factors\":[" + list + "],\"policy\":\"UserControlled\"}}");
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
