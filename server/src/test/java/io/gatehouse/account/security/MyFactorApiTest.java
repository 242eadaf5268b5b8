package io.gatehouse.account.security;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Authenticator;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One's own factors of the second step, and what one has decided about it. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MyFactorApiTest {
  private static final String FACTORS = "/api/my-account/mfa-verifications";
  private static final String SETTINGS = "/api/my-account/mfa-settings";
  private static final String CONFIGS = "/api/my-account/logto-configs";
  private static final String NO_PROOF = "verification_record.permission_denied";
  private static final String NOT_FOUND = "verification_record.not_found";

  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  @Inject Db db;
  private ApiClient management;
  private User user;
  private Own own;

  @BeforeEach
  void open() {
    management = clients.management();
    may(SignedInPeople.everything());
    offer("\"Totp\",\"BackupCode\"");
    user = people.anybody();
    own = signedIn.client(user).proved();
  }

  @AfterEach
  void close() {
    offer("");
    may("{\"enabled\":false,\"fields\":{}}");
  }

  private void may(String settings) {
    assertEquals(200, management.patch("/api/account-center", settings).status());
  }

  private void offer(String factors) {
    Answer changed =
        management.patch(
            "/api/sign-in-exp",
            "{\"mfa\":{\"factors\":[" + factors + "],\"policy\":\"PromptAtSignInAndSignUp\"}}");
    assertEquals(200, changed.status(), changed.text());
  }

  private String secret() {
    return own.post(FACTORS + "/totp-secret/generate", "").json().path("secret").asText();
  }

  private static String totp(String secret, String code) {
    return "{\"type\":\"Totp\",\"secret\":\"%s\",\"code\":\"%s\"}".formatted(secret, code);
  }

  private static String backup(JsonNode codes) {
    return "{\"type\":\"BackupCode\",\"codes\":" + codes + "}";
  }

  private JsonNode freshCodes() {
    return own.post(FACTORS + "/backup-codes/generate", "").json().path("codes");
  }

  @Test
  void anAuthenticatorAppIsSetUpOnce() {
    String secret = secret();
    assertEquals("[]", own.get(FACTORS).text(), "nothing is kept of a secret");
    Answer wrong = own.post(FACTORS, totp(secret, "000"));
    assertEquals(400, wrong.status());
    assertEquals("session.mfa.invalid_totp_code", wrong.code());
    Answer shaped = own.post(FACTORS, totp("abc", "000"));
    assertEquals(422, shaped.status());
    assertEquals("user.totp_secret_invalid", shaped.code());
    assertEquals(
        204, own.post(FACTORS, totp(secret, Authenticator.code(secret, Instant.now()))).status());
    JsonNode kept = own.get(FACTORS).json();
    assertEquals(1, kept.size());
    assertEquals("Totp", kept.at("/0/type").asText());
    assertTrue(own.get(CONFIGS).json().at("/mfa/enabled").asBoolean());
    Answer second = own.post(FACTORS, totp("abc", "000"));
    assertEquals(422, second.status());
    assertEquals("user.totp_already_in_use", second.code());
  }

  @Test
  void anotherAppTakesThePlaceOfTheFirst() {
    String first = secret();
    String put = "{\"secret\":\"%s\",\"code\":\"%s\"}";
    assertEquals(
        "session.mfa.invalid_totp_code",
        own.put(FACTORS + "/totp", put.formatted(first, "000")).code());
    assertEquals(
        "user.totp_secret_invalid", own.put(FACTORS + "/totp", put.formatted("abc", "000")).code());
    assertEquals(
        204,
        own.put(FACTORS + "/totp", put.formatted(first, Authenticator.code(first, Instant.now())))
            .status());
    String id = own.get(FACTORS).json().at("/0/id").asText();
    String second = secret();
    assertEquals(
        204,
        own.put(FACTORS + "/totp", put.formatted(second, Authenticator.code(second, Instant.now())))
            .status());
    JsonNode kept = own.get(FACTORS).json();
    assertEquals(1, kept.size());
    assertFalse(kept.at("/0/id").asText().equals(id));
  }

  @Test
  void backupCodesStandBesideAnotherFactorAndAreShownAgain() {
    JsonNode codes = freshCodes();
    assertEquals(10, codes.size());
    Answer none = own.get(FACTORS + "/backup-codes");
    assertEquals(404, none.status());
    assertEquals(NOT_FOUND, none.code());
    Answer alone = own.post(FACTORS, backup(codes));
    assertEquals(422, alone.status());
    assertEquals("session.mfa.backup_code_can_not_be_alone", alone.code());
    own.post(FACTORS, "{\"type\":\"Totp\",\"secret\":\"" + secret() + "\"}");
    Answer few = own.post(FACTORS, "{\"type\":\"BackupCode\",\"codes\":[\"aaaaaaaaaa\"]}");
    assertEquals(422, few.status());
    assertEquals("user.wrong_backup_code_format", few.code());
    assertEquals(204, own.post(FACTORS, backup(codes)).status());
    JsonNode kept = own.get(FACTORS + "/backup-codes").json().path("codes");
    assertEquals(10, kept.size());
    assertEquals(codes.get(0).asText(), kept.at("/0/code").asText());
    assertFalse(kept.at("/0").has("usedAt"));
    assertEquals(10, own.get(FACTORS).json().at("/1/remainCodes").asInt());
    assertEquals("user.backup_code_already_in_use", own.post(FACTORS, backup(codes)).code());
    Own unproved = signedIn.client(user);
    assertEquals(NO_PROOF, unproved.get(FACTORS + "/backup-codes").code());
  }

  @Test
  void aFactorIsGivenUpByItsOwnerOnly() {
    own.post(FACTORS, "{\"type\":\"Totp\",\"secret\":\"" + secret() + "\"}");
    String id = own.get(FACTORS).json().at("/0/id").asText();
    Own stranger = signedIn.client(people.anybody()).proved();
    Answer refused = stranger.delete(FACTORS + "/" + id);
    assertEquals(400, refused.status());
    assertEquals(NOT_FOUND, refused.code());
    assertEquals(NO_PROOF, signedIn.client(user).delete(FACTORS + "/" + id).code());
    may(settings("mfa", "ReadOnly"));
    assertEquals(NOT_FOUND, own.delete(FACTORS + "/unknown").code());
    assertEquals("account_center.field_not_editable", own.delete(FACTORS + "/" + id).code());
    may(settings("mfa", "Edit"));
    assertEquals(204, own.delete(FACTORS + "/" + id).status());
    assertEquals("[]", own.get(FACTORS).text());
    assertTrue(own.get(CONFIGS).json().at("/mfa/enabled").asBoolean());
  }

  @Test
  void onlyAPasskeyIsCalledSomethingElse() {
    own.post(FACTORS, "{\"type\":\"Totp\",\"secret\":\"" + secret() + "\"}");
    String totp = own.get(FACTORS).json().at("/0/id").asText();
    String name = "{\"name\":\"My key\"}";
    assertEquals(NOT_FOUND, own.patch(FACTORS + "/" + totp + "/name", name).code());
    String passkey = Ids.standardId();
    db.update(
        TenantId.DEFAULT,
        """
        insert into user_mfa_factors (tenant_id, id, user_id, type, credential_id, public_key, relying_party, created_at)
        values (?, ?, ?, 'WebAuthn', ?, ?, 'localhost', ?)
        """,
        TenantId.DEFAULT,
        passkey,
        user.id(),
        passkey.getBytes(StandardCharsets.UTF_8),
        new byte[] {1},
        Instant.now());
    Own stranger = signedIn.client(people.anybody()).proved();
    assertEquals(NOT_FOUND, stranger.patch(FACTORS + "/" + passkey + "/name", name).code());
    assertEquals(200, own.patch(FACTORS + "/" + passkey + "/name", name).status());
    assertTrue(own.get(FACTORS).text().contains("My key"));
    may(settings("mfa", "Edit", "passkey", "ReadOnly"));
    assertEquals(
        "account_center.field_not_editable",
        own.patch(FACTORS + "/" + passkey + "/name", name).code());
    assertEquals("account_center.field_not_editable", own.delete(FACTORS + "/" + passkey).code());
  }

  @Test
  void theChecksOfAFactorComeInOrder() {
    Own bare = signedIn.client(user, "openid");
    String body = totp("x", "y");
    may(settings("mfa", "Off"));
    assertEquals("account_center.field_not_enabled", bare.get(FACTORS).code());
    assertEquals(NO_PROOF, bare.post(FACTORS, body).code());
    Own proved = bare.with(own.proofId());
    assertEquals("account_center.field_not_editable", proved.post(FACTORS, body).code());
    may(settings("mfa", "Edit"));
    Answer scope = proved.post(FACTORS, body);
    assertEquals(401, scope.status());
    assertEquals("auth.unauthorized", scope.code());
    assertEquals(401, bare.get(FACTORS).status());
    assertEquals("guard.invalid_input", own.post(FACTORS, "{\"type\":\"Totp\"}").code());
    assertEquals("guard.invalid_input", own.post(FACTORS, "{\"type\":\"None\"}").code());
    offer("");
    Answer off = own.post(FACTORS, body);
    assertEquals(400, off.status());
    assertEquals("session.mfa.mfa_factor_not_enabled", off.code());
    assertEquals(
        "session.mfa.mfa_factor_not_enabled",
        own.put(FACTORS + "/totp", "{\"secret\":\"x\",\"code\":\"y\"}").code());
  }

  @Test
  void whatOneHasDecidedIsReadAndChanged() {
    assertFalse(own.get(SETTINGS).json().path("skipMfaOnSignIn").asBoolean());
    Own unproved = signedIn.client(user);
    String skip = "{\"skipMfaOnSignIn\":true}";
    assertEquals(NO_PROOF, unproved.patch(SETTINGS, skip).code());
    assertTrue(own.patch(SETTINGS, skip).json().path("skipMfaOnSignIn").asBoolean());
    Answer merged =
        own.patch(CONFIGS, "{\"mfa\":{\"skipped\":true},\"passkeySignIn\":{\"skipped\":true}}");
    assertEquals(200, merged.status(), merged.text());
    assertTrue(merged.json().at("/mfa/skipMfaOnSignIn").asBoolean());
    assertTrue(merged.json().at("/passkeySignIn/skipped").asBoolean());
    assertEquals(merged.json(), own.get(CONFIGS).json());
    Own bare = signedIn.client(user, "openid").with(own.proofId());
    assertEquals(401, bare.get(SETTINGS).status());
    assertEquals("auth.unauthorized", bare.patch(CONFIGS, "{}").code());
    may(settings("mfa", "ReadOnly"));
    assertEquals(200, own.get(CONFIGS).status(), "passkeys follow the second step");
    assertEquals("account_center.field_not_editable", own.patch(SETTINGS, skip).code());
    assertEquals("account_center.field_not_editable", own.patch(CONFIGS, "{}").code());
    may(settings("mfa", "ReadOnly", "passkey", "Off"));
    assertEquals(200, own.get(SETTINGS).status());
    assertEquals("account_center.field_not_enabled", own.get(CONFIGS).code());
  }

  @Test
  void hooksHearOfAFactor() {
    try (HookReceiver receiver = new HookReceiver()) {
      Answer hook =
          management.post(
              "/api/hooks",
              "{\"name\":\"h\",\"events\":[\"User.Data.Updated\"],\"config\":{\"url\":\"%s\"}}"
                  .formatted(receiver.url()));
      own.post(FACTORS, "{\"type\":\"Totp\",\"secret\":\"" + secret() + "\"}");
      receiver.await(each -> each.json().at("/data/id").asText().equals(user.id()));
      management.delete("/api/hooks/" + hook.json().path("id").asText());
    }
  }
}
