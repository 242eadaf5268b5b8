package io.gatehouse.oidc.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.gatehouse.oidc.DpopKey;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is signed for an application, by which algorithm. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SignedAnswerFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String user;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  void anApplicationHasIdTokensOfItsAlgorithm() {
    for (String alg : new String[] {"RS256", "PS256", "ES256", "EdDSA"}) {
      agree("{\"idTokenSignedResponseAlg\":\"" + alg + "\"}");
      String hint = tokens().text("id_token");
      provider.assertSigned(hint, alg);
      EmulatedBrowser browser = provider.browser();
      provider.code(user, browser, spa);
      // A hint of any of our keys is understood.
      assertTrue(
          Provider.location(
                  browser.get(spa.authorizationUrl("prompt", "none", "id_token_hint", hint)))
              .contains("code="));
    }
    assertTrue(
        provider
            .api()
            .get("/oidc/.well-known/openid-configuration")
            .json()
            .get("id_token_signing_alg_values_supported")
            .toString()
            .contains("RS256"));
    assertEquals(
        400,
        provider
            .api()
            .put(
                "/api/applications/" + spa.id + "/protocol",
                "{\"idTokenSignedResponseAlg\":\"none\"}")
            .status());
  }

  @Test
  @Spec("OpenID Connect Core §5.3.2")
  void userinfoIsSignedWhereThatIsAgreedOn() {
    agree("{\"userinfoSignedResponseAlg\":\"RS256\"}");
    Answer answer = spa.userinfo(tokens().text("access_token"));
    assertEquals(
        "application/jwt",
        answer.response().headers().firstValue("content-type").orElse("").split(";")[0]);
    String signed = answer.response().body();
    provider.assertSigned(signed, "RS256");
    JsonNode claims = TestClient.payload(signed);
    assertEquals(user, claims.path("sub").asText());
    assertEquals(spa.id, claims.path("aud").asText());
    assertEquals(DpopKey.ISSUER, claims.path("iss").asText());
  }

  @Test
  @Spec("OpenID Connect Core §10.2")
  void anIdTokenAndUserinfoAreEncryptedWithTheClientsKey() throws Exception {
    ECKey ec = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).keyID("e").generate();
    RSAKey rsa = new RSAKeyGenerator(2048).keyUse(KeyUse.ENCRYPTION).keyID("r").generate();
    String keys = new JWKSet(List.of(ec.toPublicJWK(), rsa.toPublicJWK())).toString();
    var given =
        provider
            .api()
            .put("/api/applications/" + spa.id + "/authentication", "{\"jwks\":" + keys + "}");
    assertEquals(200, given.status(), given.text());
    agree(
        """
        {"idTokenEncryptedResponseAlg": "ECDH-ES+A256KW", "idTokenEncryptedResponseEnc": "A256GCM",
         "userinfoEncryptedResponseAlg": "RSA-OAEP-256"}
        """);
    Answer tokens = tokens();
    JWEObject idToken = JWEObject.parse(tokens.text("id_token"));
    idToken.decrypt(new ECDHDecrypter(ec));
    assertEquals("JWT", idToken.getHeader().getContentType());
    assertEquals("e", idToken.getHeader().getKeyID());
    assertEquals(user, TestClient.payload(idToken.getPayload().toString()).path("sub").asText());
    JWEObject userinfo =
        JWEObject.parse(spa.userinfo(tokens.text("access_token")).response().body());
    userinfo.decrypt(new RSADecrypter(rsa));
    assertEquals(user, TestClient.payload(userinfo.getPayload().toString()).path("sub").asText());
    assertEquals(
        400,
        provider
            .api()
            .put(
                "/api/applications/" + spa.id + "/protocol",
                "{\"idTokenEncryptedResponseAlg\":\"RSA1_5\"}")
            .status());
  }

  @Test
  @Spec("OpenID Connect Core §10.2.1")
  void theKeyToEncryptWithMayBePublished() throws Exception {
    ECKey ec = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).keyID("e").generate();
    try (Publisher publisher = new Publisher(new JWKSet(ec.toPublicJWK()).toString())) {
      var given =
          provider
              .api()
              .put(
                  "/api/applications/" + spa.id + "/authentication",
                  "{\"jwksUri\":\"" + publisher.url() + "\"}");
      assertEquals(200, given.status(), given.text());
      agree(
          """
          {"idTokenEncryptedResponseAlg": "ECDH-ES", "userinfoEncryptedResponseAlg": "ECDH-ES+A128KW"}
          """);
      Answer tokens = tokens();
      for (String token :
          List.of(
              tokens.text("id_token"),
              spa.userinfo(tokens.text("access_token")).response().body())) {
        JWEObject nested = JWEObject.parse(token);
        nested.decrypt(new ECDHDecrypter(ec));
        assertEquals(user, TestClient.payload(nested.getPayload().toString()).path("sub").asText());
      }
    }
  }

  @Test
  @Spec("JARM §3")
  void signedAnswersHaveAnAlgorithmToo() {
    agree("{\"authorizationSignedResponseAlg\":\"PS256\"}");
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    String location = Provider.location(browser.get(spa.authorizationUrl("response_mode", "jwt")));
    provider.assertSigned(location.substring(location.indexOf('=') + 1), "PS256");
  }

  @Test
  @Spec("RFC 9701 §4")
  @Spec("RFC 9701 §5")
  void introspectionIsSignedForACallerThatAcceptsNothingElse() {
    TestClient web = provider.application("Traditional");
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (web.id + ":" + provider.secretOf(web)).getBytes(StandardCharsets.UTF_8));
    Answer answer =
        web.post(
            "/oidc/token/introspection",
            Map.of("token", tokens().text("access_token")),
            "Authorization",
            basic,
            "Accept",
            "application/token-introspection+jwt");
    String signed = answer.response().body();
    assertEquals("token-introspection+jwt", TestClient.header(signed).path("typ").asText());
    JsonNode claims = TestClient.payload(signed);
    assertEquals(web.id, claims.path("aud").asText());
    assertTrue(claims.path("iat").isIntegralNumber());
    assertTrue(claims.at("/token_introspection/active").asBoolean(), claims.toString());
    assertEquals(user, claims.at("/token_introspection/sub").asText());
  }

  private Answer tokens() {
    Answer tokens = spa.exchange(provider.code(user, provider.browser(), spa));
    assertEquals(200, tokens.status(), tokens.json().toString());
    return tokens;
  }

  private void agree(String settings) {
    var answer = provider.api().put("/api/applications/" + spa.id + "/protocol", settings);
    assertEquals(200, answer.status(), answer.text());
  }
}
