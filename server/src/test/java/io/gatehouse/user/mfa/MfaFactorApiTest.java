package io.gatehouse.user.mfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MfaFactorApiTest {
  @Inject ApiClients clients;
  @Inject People people;
  @Inject Db db;

  private ApiClient api;
  private String id;
  private String factors;

  @BeforeEach
  void prepare() {
    api = clients.management();
    id = people.anybody().id();
    factors = "/api/users/" + id + "/mfa-verifications";
  }

  @Test
  @Spec("RFC 4226 §4")
  void anAuthenticatorAppIsMadeOnceWithASecretAndItsPicture() throws IOException {
    Answer made = api.post(factors, "{\"type\":\"Totp\"}");
    assertEquals(200, made.status(), made.text());
    assertTrue(made.json().get("secret").asText().matches("[A-Z2-7]{32}"), made.text());
    String picture = made.json().get("secretQrCode").asText();
    assertTrue(picture.startsWith("data:image/png;base64,"), picture);
    byte[] png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
    assertNotNull(ImageIO.read(new ByteArrayInputStream(png)));
    Answer twice = api.post(factors, "{\"type\":\"Totp\"}");
    assertEquals(422, twice.status());
    assertEquals("user.totp_already_in_use", twice.code());
    JsonNode listed = api.get(factors).json().get(0);
    assertEquals("Totp", listed.get("type").asText());
    assertTrue(
        listed.get("createdAt").asText().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z"));
    assertFalse(listed.has("secret"));
    assertEquals(204, api.delete(factors + "/" + listed.get("id").asText()).status());
    assertEquals(404, api.delete(factors + "/" + listed.get("id").asText()).status());
  }

  @Test
  @Spec("RFC 4648 §6")
  void aGivenSecretMustBePaddedBase32() {
    for (String wrong :
        new String[] {"short", "abcdefghijklmnop", "A".repeat(20), "A".repeat(40)}) {
      Answer refused = api.post(factors, "{\"type\":\"Totp\",\"secret\":\"" + wrong + "\"}");
      assertEquals("user.totp_secret_invalid", refused.code(), wrong);
    }
    String given = "JBSWY3DPEHPK3PXP";
    Answer made = api.post(factors, "{\"type\":\"Totp\",\"secret\":\"" + given + "\"}");
    assertEquals(given, made.json().get("secret").asText());
  }

  @Test
  void backupCodesNeedAnotherFactorAndGiveWayOnlyWhenUsedUp() {
    assertEquals(
        "session.mfa.backup_code_can_not_be_alone",
        api.post(factors, "{\"type\":\"BackupCode\"}").code());
    api.post(factors, "{\"type\":\"Totp\"}");
    Answer made = api.post(factors, "{\"type\":\"BackupCode\"}");
    assertEquals(200, made.status(), made.text());
    assertEquals(10, made.json().get("codes").size());
    assertTrue(made.json().at("/codes/0").asText().matches("[0-9a-f]{10}"));
    assertEquals(10, api.get(factors).json().at("/1/remainCodes").asInt());
    assertEquals(
        "user.backup_code_already_in_use", api.post(factors, "{\"type\":\"BackupCode\"}").code());
    db.update(
        TenantId.DEFAULT,
        """
        update user_backup_codes c set used_at = now() from user_mfa_factors f
        where c.tenant_id = 'default' and f.tenant_id = c.tenant_id and f.id = c.factor_id and f.user_id = ?
        """,
        id);
    assertEquals(
        "user.wrong_backup_code_format",
        api.post(factors, "{\"type\":\"BackupCode\",\"codes\":[\"0123456789\"]}").code());
    String codes =
        String.join(",", IntStream.range(0, 10).mapToObj(i -> "\"012345678" + i + "\"").toList());
    assertEquals(
        200, api.post(factors, "{\"type\":\"BackupCode\",\"codes\":[" + codes + "]}").status());
    assertEquals(2, api.get(factors).json().size());
  }

  @Test
  void aPasskeyCannotBeMadeForSomebodyAndNobodyHasNoFactors() {
    assertEquals("guard.invalid_input", api.post(factors, "{\"type\":\"WebAuthn\"}").code());
    assertEquals(404, api.get("/api/users/nobody/mfa-verifications").status());
    assertEquals(
        404, api.post("/api/users/nobody/mfa-verifications", "{\"type\":\"Totp\"}").status());
  }
}
