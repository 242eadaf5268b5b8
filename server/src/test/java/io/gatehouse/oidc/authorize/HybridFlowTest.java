package io.gatehouse.oidc.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that travel with the browser. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class HybridFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String user;
  private EmulatedBrowser browser;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
    browser = provider.browser();
    provider.code(user, browser, spa);
  }

  @Test
  @Spec("OpenID Connect Core §3.2.2.5")
  void nobodyGetsTokensSoUnlessTheApplicationIsSetSo() {
    provider.assertError(
        spa, browser, "invalid_request", "response_type", "id_token", "nonce", "n");
    allow("id_token token");
    assertEquals("invalid_request", asked("response_type", "id_token", "nonce", "n").get("error"));
    assertEquals(
        400,
        provider
            .api()
            .put("/api/applications/" + spa.id + "/protocol", "{\"responseTypes\":[\"token\"]}")
            .status());
  }

  @Test
  @Spec("OpenID Connect Core §3.2.2.5")
  @Spec("OpenID Connect Core §5.4")
  void anIdTokenAloneSaysWhatTheScopesOpen() {
    allow("id_token");
    strict();
    Map<String, String> answer = asked("response_type", "id_token", "nonce", "n0nce");
    assertEquals(Set.of("id_token", "state", "iss", "session_state"), answer.keySet());
    JsonNode claims = TestClient.payload(Provider.present(answer.get("id_token")));
    assertEquals("n0nce", claims.path("nonce").asText());
    assertEquals(user, claims.path("sub").asText());
    assertTrue(claims.has("username"), claims.toString());
    assertFalse(claims.has("at_hash") || claims.has("c_hash"));
  }

  @Test
  @Spec("OpenID Connect Core §3.2.2.9")
  void anAccessTokenIsNamedByItsHash() {
    allow("id_token token");
    strict();
    Map<String, String> answer = asked("response_type", "token id_token", "nonce", "n");
    String token = Provider.present(answer.get("access_token"));
    assertEquals("Bearer", answer.get("token_type"));
    assertEquals("3600", answer.get("expires_in"));
    assertFalse(answer.containsKey("code"));
    String idToken = Provider.present(answer.get("id_token"));
    assertEquals(hash(idToken, token), TestClient.payload(idToken).path("at_hash").asText());
    assertFalse(TestClient.payload(idToken).has("username"));
    assertEquals(user, spa.userinfo(token).text("sub"));
    provider.signOut(browser, spa);
    assertEquals(401, spa.userinfo(token).status());
  }

  @Test
  @Spec("OpenID Connect Core §3.3.2.11")
  void aCodeIsNamedByItsHashAndGoodAsEver() {
    allow("code id_token\",\"code token\",\"code id_token token");
    for (String type : new String[] {"code id_token", "code token", "code id_token token"}) {
      Map<String, String> answer = asked("response_type", type, "nonce", "n");
      String code = Provider.present(answer.get("code"));
      assertEquals(type.contains("id_token"), answer.containsKey("id_token"), type);
      assertEquals(type.endsWith(" token"), answer.containsKey("access_token"), type);
      if (answer.get("id_token") != null) {
        String idToken = Provider.present(answer.get("id_token"));
        JsonNode claims = TestClient.payload(idToken);
        assertEquals(hash(idToken, code), claims.path("c_hash").asText());
        String token = answer.get("access_token");
        assertEquals(token == null ? "" : hash(idToken, token), claims.path("at_hash").asText());
      }
      Answer tokens = spa.exchange(code);
      assertEquals(200, tokens.status(), tokens.json().toString());
      JsonNode later = TestClient.payload(tokens.text("id_token"));
      assertEquals("n", later.path("nonce").asText());
      // "iss and sub … MUST be identical in both ID Tokens" [§3.3.3.6]
      if (answer.get("id_token") != null) {
        JsonNode first = TestClient.payload(Provider.present(answer.get("id_token")));
        assertEquals(first.get("iss"), later.get("iss"));
        assertEquals(first.get("sub"), later.get("sub"));
      }
      if (answer.get("access_token") != null) {
        assertEquals(user, spa.userinfo(Provider.present(answer.get("access_token"))).text("sub"));
      }
    }
  }

  @Test
  @Spec("OpenID Connect Core §3.2.2.1")
  @Spec("OAuth 2.0 Multiple Response Types §3.0")
  void aNonceIsNeededAndNoQueryCarriesTokens() {
    allow("id_token\",\"id_token token\",\"code token\",\"code id_token\",\"code id_token token");
    for (String type :
        new String[] {"id_token", "id_token token", "code id_token", "code id_token token"}) {
      assertEquals("invalid_request", asked("response_type", type).get("error"), type);
    }
    for (String mode : new String[] {"query.jwt", "jwt"}) {
      Map<String, String> signed =
          asked("response_type", "id_token", "nonce", "n", "response_mode", mode);
      JsonNode said = TestClient.payload(Provider.present(signed.get("response")));
      assertEquals(mode.equals("jwt"), said.has("id_token"), said.toString());
    }
    assertEquals(
        "invalid_request",
        asked("response_type", "id_token", "nonce", "n", "response_mode", "query").get("error"));
    assertTrue(asked("response_type", "code token").containsKey("access_token"));
    String posted =
        browser
            .get(
                spa.authorizationUrl(
                    "response_type", "id_token", "nonce", "n", "response_mode", "form_post"))
            .body();
    assertTrue(posted.contains("name=\"id_token\""), posted);
    String refused =
        browser
            .get(spa.authorizationUrl("response_type", "id_token", "response_mode", "form_post"))
            .body();
    assertTrue(refused.contains("name=\"error\" value=\"invalid_request\""), refused);
  }

  @Test
  @Spec("OpenID Connect Core §11")
  void withoutACodeThereIsNoOfflineAccess() {
    allow("id_token token");
    Map<String, String> answer = asked("response_type", "id_token token", "nonce", "n");
    assertEquals("openid profile", answer.get("scope"));
  }

  /** The answer in the fragment. */
  private Map<String, String> asked(String... changes) {
    String location = Provider.location(browser.get(spa.authorizationUrl(changes)));
    assertTrue(location.startsWith(Provider.CALLBACK + "#"), location);
    return TestClient.query(location.replace('#', '?'));
  }

  private static String hash(String idToken, String value) {
    String alg = TestClient.header(idToken).path("alg").asText();
    return Objects.requireNonNull(SigningAlgorithm.of(alg)).halfHash(value);
  }

  private void allow(String types) {
    var answer =
        provider
            .api()
            .put(
                "/api/applications/" + spa.id + "/protocol",
                "{\"responseTypes\":[\"" + types + "\"]}");
    assertEquals(200, answer.status(), answer.text());
  }

  private void strict() {
    assertEquals(
        200,
        provider
            .api()
            .put("/api/applications/" + spa.id + "/strict-oidc", "{\"enabled\":true}")
            .status());
  }
}
