package io.gatehouse.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.SigningKeys;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant signs with any algorithm, and changes it while it runs. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SigningKeyFlowTest {
  @Inject ApiClients clients;
  @Inject SigningKeys keys;
  @Inject InstantSource clock;

  @BeforeEach
  void withoutANextKey() throws InterruptedException {
    ApiClient api = clients.management();
    if (api.get("/api/signing-keys").json().at("/0/status").asText().equals("Next")) {
      rotate(api, "ES384", 1);
      Thread.sleep(1_100);
    }
    assertEquals(200, rotate(clients.management(), "ES384", 0).status());
  }

  @AfterEach
  void backToTheUsual() throws InterruptedException {
    withoutANextKey();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "ES384", "ES512", "RS256", "PS256", "EdDSA"})
  void tokensAreSignedAndPublishedWithIt(String algorithm) {
    ApiClient before = clients.management();
    Answer rotated = rotate(before, algorithm, 0);
    assertEquals(200, rotated.status(), rotated.text());
    assertEquals("Current", rotated.json().at("/0/status").asText());
    assertEquals(algorithm, rotated.json().at("/0/algorithm").asText());
    assertEquals("Previous", rotated.json().at("/1/status").asText());
    String kid = rotated.json().at("/0/kid").asText();
    JwsSigner signer = keys.ring(TenantId.DEFAULT).signer(clock.instant());
    assertEquals(kid, signer.key().kid());
    JsonNode published = published(kid);
    assertEquals(algorithm, published.get("alg").asText());
    assertTrue(published.path("d").isMissingNode(), published.toString());
    assertTrue(
        JsonCodec.text(metadata().get("id_token_signing_alg_values_supported"))
            .contains("\"" + algorithm + "\""));
    assertEquals(200, clients.management().get("/api/roles").status(), "a token of the new key");
    assertEquals(200, before.get("/api/roles").status(), "a token of the previous key");
  }

  @Test
  void aNextKeyIsPublishedAheadOfItsTime() {
    Answer rotated = rotate(clients.management(), "EdDSA", 3600);
    assertEquals("Next", rotated.json().at("/0/status").asText());
    assertTrue(rotated.json().at("/0/effectiveAt").asLong() > 0);
    published(rotated.json().at("/0/kid").asText());
    assertEquals(
        SigningAlgorithm.ES384,
        keys.ring(TenantId.DEFAULT).signer(clock.instant()).key().algorithm());
    assertEquals("oidc.invalid_request", rotate(clients.management(), "ES384", 0).code());
    JsonNode families = clients.management().get("/api/configs/oidc/private-keys").json();
    assertEquals("EC", families.at("/0/signingKeyAlgorithm").asText());
  }

  @Test
  void aNextKeyIsTheCurrentOneOnceItsTimeHasCome() throws InterruptedException {
    ApiClient api = clients.management();
    JsonNode rotated = rotate(api, "ES256", 1).json();
    String next = rotated.at("/0/id").asText();
    String current = rotated.at("/1/id").asText();
    Thread.sleep(1_100);
    JsonNode keys = clients.management().get("/api/configs/oidc/private-keys").json();
    assertEquals(next, keys.at("/0/id").asText(), keys.toString());
    assertEquals("Current", keys.at("/0/status").asText());
    assertEquals(current, keys.at("/1/id").asText());
    assertEquals("Previous", keys.at("/1/status").asText());
    assertEquals(2, keys.size());
    assertEquals(
        204, clients.management().delete("/api/configs/oidc/private-keys/" + current).status());
  }

  @Test
  void anUnknownAlgorithmIsRefused() {
    assertEquals("guard.invalid_input", rotate(clients.management(), "HS256", 0).code());
    assertEquals("guard.invalid_input", rotate(clients.management(), "none", 0).code());
  }

  private JsonNode published(String kid) {
    for (JsonNode key : clients.anonymous().get("/oidc/jwks").json().get("keys")) {
      if (key.get("kid").asText().equals(kid)) {
        return key;
      }
    }
    throw new AssertionError(kid + " is not published");
  }

  private JsonNode metadata() {
    return clients.anonymous().get("/oidc/.well-known/openid-configuration").json();
  }

  private static Answer rotate(ApiClient api, String algorithm, int grace) {
    return api.post(
        "/api/signing-keys/rotate",
        "{\"algorithm\":\"%s\",\"rotationGracePeriod\":%d}".formatted(algorithm, grace));
  }
}
