package io.gatehouse.oidc.fapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.oidc.DpopKey;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the plans of FAPI 2.0 try besides the usual way, of a client that is held to it. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class FapiLetterFlowTest {
  private static final List<String> OF_THE_PROFILE = List.of("PS256", "ES256", "EdDSA");

  @Inject Provider provider;
  @Inject ServerClock clock;
  @Inject InstantSource time;

  private FapiClient client;
  private String user;

  @BeforeEach
  void prepare() {
    user = provider.person();
    client = new FapiClient(provider, time, user);
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.4.1")
  @Spec("JARM §2.2")
  void whatIsSignedForItIsSignedByAnAlgorithmOfTheProfile() {
    String api = "https://fapi.example/" + user;
    provider.resourceWithRole(user, api, "pay");
    for (String agreed : new String[] {"{}", "{\"idTokenSignedResponseAlg\":\"RS256\"}"}) {
      client.agree(agreed);
      Map<String, String> request = client.request();
      request.put("response_mode", "jwt");
      request.put("resource", api);
      request.put("scope", "openid pay");
      Map<String, String> answer = client.answer(client.push(request));
      String response = Provider.present(answer.get("response"));
      String code = TestClient.payload(response).path("code").asText();
      Map<String, String> form = client.codeForm(code);
      form.put("resource", api);
      Answer tokens = client.token(form);
      assertEquals(200, tokens.status(), tokens.json().toString());
      for (String token : List.of(response, tokens.text("id_token"), tokens.text("access_token"))) {
        String alg = TestClient.header(token).path("alg").asText();
        assertTrue(OF_THE_PROFILE.contains(alg), alg);
        provider.assertSigned(token, alg);
      }
    }
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  @Spec("RFC 6749 §4.1.3")
  @Spec("RFC 7636 §4.6")
  void aCodeAndARefreshTokenAreGoodForTheirClientAlone() {
    FapiClient other = new FapiClient(provider, time, user);
    assertEquals("invalid_grant", other.token(other.codeForm(client.code())).error());
    Map<String, String> unverified = client.codeForm(client.code());
    unverified.remove("code_verifier");
    assertEquals("invalid_grant", client.token(unverified).error());
    Map<String, String> wrong = client.codeForm(client.code());
    wrong.put("code_verifier", "x".repeat(43));
    assertEquals("invalid_grant", client.token(wrong).error());
    Map<String, String> named = client.codeForm(client.code());
    named.put("client_id", other.web.id);
    assertEquals("invalid_request", client.token(named).error());
    Map<String, String> unproved = client.codeForm(client.code());
    unproved.remove("client_assertion");
    unproved.remove("client_assertion_type");
    unproved.put("client_id", client.web.id);
    assertEquals("invalid_client", client.token(unproved).error());
    Answer tokens = client.token(client.codeForm(client.code()));
    String refresh = tokens.text("refresh_token");
    assertEquals("invalid_grant", other.token(other.refreshForm(refresh)).error());
    assertEquals(200, client.token(client.refreshForm(refresh)).status());
  }

  @Test
  @Spec("RFC 6749 §4.1.2")
  void aCodeThatIsUsedAgainTakesItsTokensAlong() {
    String code = client.code();
    Answer tokens = client.token(client.codeForm(code));
    assertEquals(200, tokens.status(), tokens.json().toString());
    clock.pass(java.time.Duration.ofSeconds(1));
    assertEquals("invalid_grant", client.token(client.codeForm(code)).error());
    String refresh = tokens.text("refresh_token");
    assertEquals("invalid_grant", client.token(client.refreshForm(refresh)).error());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void anAssertionNamesTheIssuerAsATextAndMayBeAFewSecondsAhead() {
    long now = time.instant().getEpochSecond();
    accepted(claims -> claims.put("iat", now + 8));
    accepted(claims -> claims.put("nbf", now + 8));
    refused(claims -> claims.put("iat", now + 70));
    refused(claims -> claims.put("nbf", now + 70));
    refused(claims -> claims.put("exp", now - 300));
    refused(claims -> claims.remove("sub"));
    refused(claims -> claims.put("aud", List.of(DpopKey.ISSUER)));
    refused(claims -> claims.put("aud", DpopKey.ISSUER + "/token"));
    refused(claims -> claims.put("aud", DpopKey.ISSUER + "/request"));
    refused(claims -> claims.put("aud", DpopKey.ISSUER + "/"));
    refused(claims -> claims.remove("aud"));
  }

  private void accepted(Consumer<Map<String, Object>> change) {
    assertEquals(201, pushed(change).status());
  }

  private void refused(Consumer<Map<String, Object>> change) {
    Answer answer = pushed(change);
    assertEquals("invalid_client", answer.error());
    assertEquals(401, answer.status());
  }

  private Answer pushed(Consumer<Map<String, Object>> change) {
    Map<String, String> form = new HashMap<>(client.request());
    form.putAll(client.assertion(change));
    return client.web.post("/oidc/request", form);
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  @Spec("RFC 9207 §2")
  void whoeverRefusesIsTakenBackWithTheIssuer() {
    Answer pushed = client.push(client.request());
    EmulatedBrowser browser = provider.browser();
    browser.get(
        "/oidc/auth?"
            + TestClient.form(
                Map.of("client_id", client.web.id, "request_uri", pushed.text("request_uri"))));
    String next =
        provider
            .signedIn()
            .finish(
                browser,
                client.web.id,
                io.gatehouse.interaction.InteractionResult.error("access_denied"));
    HttpResponse<String> back = browser.get(next);
    // "shall not use the HTTP 307 status code"
    assertEquals(303, back.statusCode());
    Map<String, String> answer = TestClient.query(Provider.location(back));
    assertEquals("access_denied", answer.get("error"));
    assertEquals(DpopKey.ISSUER, answer.get("iss"));
    assertEquals("st4te", answer.get("state"));
    assertFalse(answer.containsKey("code"));
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void otherResponseTypesAndAddressesAreRefusedWhereTheyArePushed() {
    for (String type : new String[] {"token", "code id_token", "id_token", "code token"}) {
      Map<String, String> request = client.request();
      request.put("response_type", type);
      request.put("nonce", "n");
      Answer refused = client.push(request);
      assertEquals(400, refused.status(), type);
      assertTrue(
          List.of("invalid_request", "unsupported_response_type").contains(refused.error()), type);
    }
    for (String uri :
        new String[] {
          "https://evil.example/",
          "HTTP://localhost:3000/callback",
          "http://LOCALHOST:3000/callback"
        }) {
      Map<String, String> request = client.request();
      request.put("redirect_uri", uri);
      assertEquals("invalid_redirect_uri", client.push(request).error(), uri);
    }
  }

  @Test
  @Spec("FAPI 2.0 Message Signing §5.3.1")
  @Spec("RFC 9101 §10.2")
  void aSignedRequestMayBeAFewSecondsAheadAndForOthersToo() {
    client.agree("{\"requireSignedRequestObject\":true}");
    taken(claims -> claims.notBeforeTime(client.at(8)));
    taken(claims -> claims.audience(List.of("https://other.example", DpopKey.ISSUER)));
    taken(claims -> claims.claim("state", null));
    taken(claims -> claims.claim("nonce", null));
    assertEquals(
        "invalid_request",
        client.pushObject(client.object(claims -> claims.claim("redirect_uri", null))).error());
    SigningKey rsa = SigningKey.generate(SigningAlgorithm.RS256);
    client.authenticate(
        "\"method\":\"private_key_jwt\",\"fapi\":true,\"jwks\":{\"keys\":[%s,%s]}"
            .formatted(client.key.publicJwk(), rsa.publicJwk()));
    Answer refused = client.pushObject(client.signed(rsa, "oauth-authz-req+jwt", c -> c));
    assertEquals("invalid_request_object", refused.error());
  }

  private void taken(UnaryOperator<JWTClaimsSet.Builder> change) {
    Answer pushed = client.pushObject(client.object(change));
    assertEquals(201, pushed.status(), pushed.json().toString());
  }

  @Test
  @Spec("FAPI 2.0 Message Signing §5.3.1")
  void whatIsOnlyAroundASignedRequestIsNotUsed() {
    client.agree("{\"requireSignedRequestObject\":true}");
    Map<String, String> form = new HashMap<>();
    form.put("client_id", client.web.id);
    form.put("request", client.object(c -> c.claim("state", null).claim("nonce", "within")));
    form.put("state", "around");
    form.put("nonce", "around");
    Map<String, String> answer = client.answer(client.push(form));
    assertFalse(answer.containsKey("state"), answer.toString());
    Answer tokens = client.token(client.codeForm(Provider.present(answer.get("code"))));
    assertEquals("within", TestClient.payload(tokens.text("id_token")).path("nonce").asText());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void statesAndNoncesComeBackHoweverLongAndOddTheyAre() {
    String odd = "~!@#$%^&*()_+-=[]{}|;:'\",./<>? ";
    for (int length : new int[] {64, 384, 1_000}) {
      String text = odd.repeat(40).substring(0, length);
      Map<String, String> request = client.request();
      request.put("state", text);
      request.put("nonce", text);
      Map<String, String> answer = client.answer(client.push(request));
      assertEquals(text, answer.get("state"));
      Answer tokens = client.token(client.codeForm(Provider.present(answer.get("code"))));
      assertEquals(text, TestClient.payload(tokens.text("id_token")).path("nonce").asText());
    }
  }
}
