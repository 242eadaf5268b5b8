package io.gatehouse.application.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ApplicationAuthenticationApiTest {
  private static final String ANY =
      "{\"method\":null,\"jwks\":null,\"jwksUri\":null,\"certificateName\":null,\"certificateBoundTokens\":false,\"fapi\":false}";

  @Inject ApiClients clients;

  private ApiClient api;
  private String application;

  @BeforeEach
  void prepare() {
    api = clients.management();
    application = application("MachineToMachine");
  }

  @Test
  void whoNeverSaidAnythingDoesWhatItCan() {
    assertEquals(ANY, api.get(application + "/authentication").text());
    assertEquals(404, api.get("/api/applications/nobody/authentication").status());
  }

  @Test
  void aReplacementIsReadBackAndLeavesTheApplicationAsTheContractHasIt() throws Exception {
    String before = api.get(application).text();
    String wanted =
        "{\"method\":\"private_key_jwt\",\"jwks\":%s,\"jwksUri\":null,\"certificateName\":null,\"certificateBoundTokens\":false,\"fapi\":true}"
            .formatted(set(key().toPublicJWK()));
    Answer put = put(wanted);
    assertEquals(200, put.status(), put.text());
    assertEquals(wanted, put.text());
    assertEquals(
        api.get(application + "/authentication").json(),
        io.gatehouse.platform.json.JsonCodec.tree(wanted));
    assertEquals(before, api.get(application).text());
    assertEquals(ANY, put("{}").text());
    assertEquals(ANY, put("{\"jwks\":null,\"unknown\":1}").text());
  }

  @Test
  void aSecretKeyIsRefusedAndNotRepeated() throws Exception {
    Answer given = put("{\"jwks\":%s}".formatted(set(key())));
    assertEquals("guard.invalid_input", given.code());
    assertFalse(given.text().contains("\"d\""), given.text());
    JWK symmetric = new OctetSequenceKey.Builder(new byte[32]).build();
    assertEquals("guard.invalid_input", put("{\"jwks\":%s}".formatted(set(symmetric))).code());
    assertEquals("guard.invalid_input", put("{\"jwks\":{\"keys\":[]}}").code());
    assertEquals("guard.invalid_input", put("{\"jwks\":{}}").code());
    assertEquals("guard.invalid_input", put("{\"jwks\":[]}").code());
    assertEquals("guard.invalid_input", put("{\"jwks\":{\"keys\":[{\"kty\":\"EC\"}]}}").code());
  }

  @Test
  void keysArePublishedWhereTheyCannotBeChangedOnTheWay() {
    assertEquals(200, put("{\"jwksUri\":\"https://client.example/jwks\"}").status());
    assertEquals(200, put("{\"jwksUri\":\"http://127.0.0.1:8080/jwks\"}").status());
    assertEquals("guard.invalid_input", put("{\"jwksUri\":\"http://client.example/jwks\"}").code());
    assertEquals("guard.invalid_input", put("{\"jwksUri\":\"file:///etc/passwd\"}").code());
    assertEquals("guard.invalid_input", put("{\"jwksUri\":\"https://a@b/\"}").code());
    assertEquals("guard.invalid_input", put("{\"jwksUri\":\"/jwks\"}").code());
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() throws Exception {
    String keys = set(key().toPublicJWK());
    assertContradictory("{\"jwks\":%s,\"jwksUri\":\"https://client.example\"}".formatted(keys));
    assertContradictory("{\"method\":\"private_key_jwt\"}");
    assertContradictory("{\"method\":\"none\"}");
    assertContradictory("{\"fapi\":true,\"jwks\":%s}".formatted(keys));
    assertContradictory("{\"fapi\":true,\"method\":\"client_secret_basic\"}");
    application = application("SPA");
    assertContradictory("{\"method\":\"private_key_jwt\",\"jwks\":%s}".formatted(keys));
    assertEquals(200, put("{\"jwks\":%s}".formatted(keys)).status());
  }

  private void assertContradictory(String body) {
    Answer refused = put(body);
    assertEquals(422, refused.status(), refused.text());
    assertEquals("request.invalid_input", refused.code());
  }

  private Answer put(String body) {
    return api.put(application + "/authentication", body);
  }

  private String application(String type) {
    return "/api/applications/"
        + api.post("/api/applications", "{\"name\":\"Keys\",\"type\":\"%s\"}".formatted(type))
            .json()
            .get("id")
            .asText();
  }

  private static ECKey key() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
  }

  private static String set(JWK key) {
    return new JWKSet(key).toString(false);
  }
}
