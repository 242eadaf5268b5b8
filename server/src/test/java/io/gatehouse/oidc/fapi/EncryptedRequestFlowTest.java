package io.gatehouse.oidc.fapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Envelope;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that encrypt their requests with a key that the provider publishes for it. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class EncryptedRequestFlowTest {
  private static final String PRIVATE_KEYS = "/api/configs/oidc/private-keys";

  @Inject Provider provider;
  @Inject InstantSource time;

  private FapiClient client;

  @BeforeEach
  void prepare() {
    client = new FapiClient(provider, time, provider.person());
    client.agree("{\"requestObjectEncryptionAlg\":\"ECDH-ES+A256KW\"}");
    client.agree("{\"requestObjectEncryptionAlg\":\"RSA-OAEP-256\"}");
  }

  @Test
  @Spec("RFC 9101 §6.1")
  @Spec("OpenID Connect Core §6.1")
  void whatIsSignedAndThenEncryptedIsTakenByEveryAlgorithmThatDiscoveryNames() {
    JsonNode discovery = provider.api().get("/oidc/.well-known/openid-configuration").json();
    JsonNode algorithms = discovery.path("request_object_encryption_alg_values_supported");
    JsonNode methods = discovery.path("request_object_encryption_enc_values_supported");
    assertEquals(4, algorithms.size());
    assertEquals(4, methods.size());
    for (JsonNode alg : algorithms) {
      for (JsonNode enc : methods) {
        Answer pushed = push(envelope(alg.asText(), enc.asText()));
        assertEquals(201, pushed.status(), alg + " " + enc + " " + pushed.json());
      }
    }
    Map<String, String> answer = client.answer(push(envelope("ECDH-ES", "A128GCM")));
    assertEquals(200, client.token(client.codeForm(answer.get("code"))).status());
  }

  @Test
  @Spec("OpenID Connect Core §6.1")
  void anEncryptedRequestMayComeWithTheBrowser() {
    client.authenticate("\"jwks\":" + FapiClient.set(client.key));
    EmulatedBrowser browser = provider.browser();
    String object =
        envelope("RSA-OAEP-256", "A256GCM")
            .around(client.object(claims -> claims.claim("state", "sealed")));
    String location =
        Provider.location(
            browser.get(
                "/oidc/auth?"
                    + TestClient.form(Map.of("client_id", client.web.id, "request", object))));
    assertFalse(location.contains("error="), location);
    assertTrue(location.contains("/sign-in"), location);
  }

  @Test
  @Spec("RFC 9101 §6.1")
  @Spec("RFC 9101 §10.2")
  void whatCannotBeOpenedOrIsNotSignedWithinIsRefused() {
    Envelope envelope = envelope("ECDH-ES", "A128CBC-HS256");
    String object = client.object(claims -> claims);
    assertRefused(
        new Envelope(
                EncryptionKey.generate(EncryptionKey.Type.EC).publicJwk(),
                "ECDH-ES",
                "A128GCM",
                false)
            .around(object));
    assertRefused(envelope.compressing().around(object));
    assertRefused(envelope.around(object.split("\\.")[1]));
    assertRefused(envelope.around("eyJhbGciOiJub25lIn0." + object.split("\\.")[1] + "."));
    assertRefused(envelope.around(envelope.around(object)));
    assertRefused(envelope.around("x".repeat(38_000)));
    assertRefused(envelope("RSA-OAEP", "A128GCM").around(object));
    assertRefused("....");
    Random random = new Random(7516);
    for (int i = 0; i < 100; i++) {
      StringBuilder changed = new StringBuilder(envelope.around(object));
      int at = random.nextInt(changed.length() - 2);
      changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
      assertRefused(changed.toString());
    }
  }

  @Test
  @Spec("OpenID Connect Core §10.2.1")
  void aKeySucceedsWithTheSigningKeyAndItsPredecessorOpensWhatIsOnItsWay() {
    Envelope before = envelope("ECDH-ES", "A128GCM");
    Envelope beforeByRsa = envelope("RSA-OAEP-256", "A128GCM");
    rotate();
    List<JWK> published = Envelope.published(keySet());
    assertEquals(2, published.size());
    assertNotEquals(before.key(), envelope("ECDH-ES", "A128GCM").key());
    assertEquals(201, push(before).status());
    assertEquals(201, push(beforeByRsa).status());
    assertEquals(201, push(envelope("ECDH-ES", "A128GCM")).status());
    rotate();
    assertEquals("invalid_request_object", push(before).error());
    Envelope last = envelope("ECDH-ES", "A128GCM");
    rotate();
    assertEquals(201, push(last).status());
    for (JsonNode key : provider.api().get(PRIVATE_KEYS).json()) {
      if (key.path("status").asText().equals("Previous")) {
        assertEquals(
            204, provider.api().delete(PRIVATE_KEYS + "/" + key.path("id").asText()).status());
      }
    }
    assertEquals("invalid_request_object", push(last).error());
  }

  @Test
  @Spec("RFC 7517 §4.2")
  void whatVerifiesComesFirstAndNothingPrivateIsPublished() {
    JsonNode keys = provider.api().get("/oidc/jwks").json().path("keys");
    boolean encryption = false;
    for (JsonNode key : keys) {
      boolean its = key.path("use").asText().equals("enc");
      assertTrue(its || !encryption, keys.toString());
      assertFalse(key.has("d") || key.has("p"), key.path("kid").asText());
      encryption = its;
    }
    assertTrue(encryption, keys.toString());
  }

  private void rotate() {
    var rotated =
        provider
            .api()
            .post(
                PRIVATE_KEYS + "/rotate",
                "{\"signingKeyAlgorithm\":\"EC\",\"rotationGracePeriod\":0}");
    assertEquals(200, rotated.status(), rotated.text());
  }

  private Answer push(Envelope envelope) {
    return client.pushObject(envelope.around(client.object(claims -> claims)));
  }

  private void assertRefused(String object) {
    Answer refused = client.pushObject(object);
    assertEquals("invalid_request_object", refused.error(), object);
    assertEquals(400, refused.status());
  }

  private Envelope envelope(String alg, String enc) {
    return Envelope.with(keySet(), alg, enc);
  }

  private String keySet() {
    return provider.api().get("/oidc/jwks").text();
  }
}
