package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to a key of the client. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DpopFlowTest {
  private static final String ME = DpopKey.ISSUER + "/me";

  @Inject Provider provider;
  @Inject ServerClock clock;
  @Inject InstantSource time;

  private TestClient spa;
  private String user;
  private DpopKey key;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
    key = new DpopKey(time);
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("RFC 9449 §5")
  @Spec("RFC 9449 §7.1")
  void anOpaqueTokenIsBoundToTheKeyAndWorthNothingWithoutIt() {
    Answer tokens = exchange(code(), key.proof("/token"));
    assertEquals("DPoP", tokens.text("token_type"), tokens.json().toString());
    String token = tokens.text("access_token");
    assertEquals(user, me(token, key.proof("GET", ME, token)).text("sub"));

    Answer stolen = spa.userinfo(token);
    assertEquals(401, stolen.status());
    assertEquals("invalid_token", stolen.error());
    DpopKey another = new DpopKey(time);
    assertEquals("invalid_token", me(token, another.proof("GET", ME, token)).error());
    Answer without = send(token);
    assertEquals(401, without.status());
    assertEquals("invalid_dpop_proof", without.error());
    String challenge = without.response().headers().firstValue("www-authenticate").orElse("");
    assertTrue(
        challenge.startsWith("DPoP ") && challenge.contains("algs=\"ES256 PS256 EdDSA\""),
        challenge);
    Answer forAnotherToken = me(token, key.proof("GET", ME, "another"));
    assertEquals("invalid_dpop_proof", forAnotherToken.error());
    assertEquals("invalid_dpop_proof", me(token, key.proof("POST", ME, token)).error());
    // "it uses a case-insensitive token as a means to identify the authentication scheme"
    for (String scheme : new String[] {"dpop ", "DPOP "}) {
      String proof = key.proof("GET", ME, token);
      assertEquals(
          200, spa.get("/oidc/me", "Authorization", scheme + token, "dpop", proof).status());
    }
  }

  @Test
  @Spec("RFC 9449 §7.1")
  void aBearerTokenIsNotShownWithAProof() {
    String token = spa.exchange(code()).text("access_token");
    assertEquals("invalid_token", me(token, key.proof("GET", ME, token)).error());
    assertEquals(200, spa.userinfo(token).status());
    assertEquals(200, spa.get("/oidc/me", "Authorization", "bEARER " + token).status());
  }

  @Test
  @Spec("RFC 9449 §6.1")
  void aSignedTokenNamesTheKey() {
    String indicator = "https://" + user + ".example";
    provider.resourceWithRole(user, indicator, "read");
    String code = code("resource", indicator, "scope", "openid offline_access read");
    Map<String, String> form = form(code);
    form.put("resource", indicator);
    Answer tokens = spa.token(form, "DPoP", key.proof("/token"));
    JsonNode said = TestClient.payload(tokens.text("access_token"));
    assertEquals(key.thumbprint(), said.at("/cnf/jkt").asText(), tokens.json().toString());
    assertFalse(said.has("acr") || said.has("auth_time"), said.toString());
  }

  @Test
  @Spec("RFC 9470 §6.1")
  void aSignedTokenTellsHowFreshAndStrongTheSignInIsWhereThatWasAsked() {
    String indicator = "https://" + user + ".example";
    provider.resourceWithRole(user, indicator, "read");
    Map<String, String> form =
        form(
            code(
                "resource", indicator,
                "scope", "openid offline_access read",
                "max_age", "600",
                "acr_values", "strong"));
    form.put("resource", indicator);
    JsonNode said = TestClient.payload(spa.token(form).text("access_token"));
    assertEquals("urn:gatehouse:acr:single-factor", said.path("acr").asText(), said.toString());
    assertTrue(said.path("auth_time").isIntegralNumber());
  }

  @Test
  @Spec("RFC 9449 §5")
  void aPublicClientsRefreshTokenIsBoundToo() {
    Answer tokens = exchange(code(), key.proof("/token"));
    Map<String, String> form =
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            spa.id,
            "refresh_token",
            tokens.text("refresh_token"));
    assertEquals("invalid_grant", spa.token(form).error());
    assertEquals(
        "invalid_grant", spa.token(form, "DPoP", new DpopKey(time).proof("/token")).error());
    Answer fresh = spa.token(form, "DPoP", key.proof("/token"));
    assertEquals("DPoP", fresh.text("token_type"), fresh.json().toString());
  }

  @Test
  @Spec("RFC 9449 §10")
  void aCodeThatIsBoundToAKeyNeedsThatKey() {
    String code = code("dpop_jkt", key.thumbprint());
    assertEquals("invalid_grant", spa.exchange(code).error());
    assertEquals("invalid_grant", exchange(code, new DpopKey(time).proof("/token")).error());
    assertEquals("DPoP", exchange(code, key.proof("/token")).text("token_type"));
    provider.assertError(spa, provider.browser(), "invalid_request", "dpop_jkt", "short");
  }

  @Test
  @Spec("RFC 9449 §10.1")
  void aProofWithAPushedRequestBindsItsCode() {
    Map<String, String> request = new HashMap<>(TestClient.query(spa.authorizationUrl()));
    Answer pushed = spa.post("/oidc/request", request, "DPoP", key.proof("/request"));
    assertEquals(201, pushed.status(), pushed.json().toString());
    EmulatedBrowser browser = provider.browser();
    browser.get(
        "/oidc/auth?"
            + TestClient.form(
                Map.of("client_id", spa.id, "request_uri", pushed.text("request_uri"))));
    String back = Provider.location(browser.get(provider.signedIn().byPage(browser, spa.id, user)));
    String code = Provider.present(TestClient.query(back).get("code"));
    assertEquals("invalid_grant", spa.exchange(code).error());
    assertEquals("DPoP", exchange(code, key.proof("/token")).text("token_type"));
    request.put("dpop_jkt", new DpopKey(time).thumbprint());
    assertEquals(
        "invalid_dpop_proof",
        spa.post("/oidc/request", request, "DPoP", key.proof("/request")).error());
  }

  @Test
  @Spec("RFC 9449 §4.3")
  void aProofThatIsNotAsItShouldBeIsRefused() {
    String url = DpopKey.ISSUER + "/token";
    assertRefused(key.proof("GET", url, claims -> claims));
    assertRefused(key.proof("POST", DpopKey.ISSUER + "/request", claims -> claims));
    assertRefused(changed(claims -> claims.jwtID(null)));
    assertRefused(changed(claims -> claims.issueTime(null)));
    assertRefused(changed(claims -> claims.issueTime(Date.from(time.instant().minusSeconds(90)))));
    assertRefused(changed(claims -> claims.issueTime(Date.from(time.instant().plusSeconds(30)))));
    assertRefused(changed(claims -> claims.claim("htu", 7)));
    assertRefused("nonsense");
    assertRefused("a".repeat(7_000));
    JWTClaimsSet claims = key.claims("POST", url).build();
    assertRefused(
        key.signed(
            new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(key.key().toPublicJWK()).build(),
            claims));
    assertRefused(
        key.signed(
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt")).build(),
            claims));
    assertRefused(
        key.signed(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(new DpopKey(time).key().toPublicJWK())
                .build(),
            claims));
    String twice = key.proof("/token");
    assertEquals(
        "invalid_dpop_proof",
        spa.token(form(code()), "DPoP", twice, "DPoP", key.proof("/token")).error());
    assertEquals(
        200,
        exchange(code(), key.proof("POST", url + "?a=b#c", UnaryOperator.identity())).status());
  }

  @Test
  void aProofWithAnythingChangedIsRefusedAndNothingElse() {
    Random random = new Random(9449);
    for (int i = 0; i < 300; i++) {
      StringBuilder proof = new StringBuilder(key.proof("/token"));
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(proof.length() - 4);
        proof.setCharAt(at, (char) (33 + random.nextInt(93)));
      }
      Answer answer = exchange("none", proof.toString());
      assertTrue(
          Set.of("invalid_dpop_proof", "use_dpop_nonce", "invalid_grant").contains(answer.error()),
          proof + " " + answer.json());
      assertEquals(400, answer.status());
    }
  }

  @Test
  @Spec("RFC 9449 §11.1")
  void ofSixteenUsesOfAProofAtOnceOneWins() throws Exception {
    String proof = key.proof("/token");
    List<Answer> answers =
        Provider.atOnce(
            16,
            () ->
                spa.token(
                    Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        spa.id,
                        "refresh_token",
                        "none"),
                    "DPoP",
                    proof));
    assertEquals(
        15, answers.stream().filter(each -> each.error().equals("invalid_dpop_proof")).count());
    assertEquals(1, answers.stream().filter(each -> each.error().equals("invalid_grant")).count());
  }

  @Test
  @Spec("RFC 9449 §5.2")
  @Spec("RFC 9449 §8")
  void anApplicationMayBeHeldToProofsAndNonces() {
    agree("{\"dpopBoundAccessTokens\":true,\"dpopNonceRequired\":true}");
    String code = code();
    assertEquals("invalid_request", spa.exchange(code).error());
    Answer asked = exchange(code, key.proof("/token"));
    assertEquals(400, asked.status());
    assertEquals("use_dpop_nonce", asked.error());
    String nonce = asked.response().headers().firstValue("dpop-nonce").orElseThrow();
    assertEquals(
        "use_dpop_nonce",
        exchange(code, changed(claims -> claims.claim("nonce", "another"))).error());
    Answer tokens = exchange(code, changed(claims -> claims.claim("nonce", nonce)));
    assertEquals("DPoP", tokens.text("token_type"), tokens.json().toString());
    clock.pass(Duration.ofMinutes(5));
    assertEquals(
        "use_dpop_nonce",
        exchange(code(), changed(claims -> claims.claim("nonce", nonce))).error());
  }

  @Test
  @Spec("RFC 9449 §6.2")
  void introspectionTellsTheKey() {
    TestClient web = provider.application("Traditional");
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (web.id + ":" + provider.secretOf(web))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String token = exchange(code(), key.proof("/token")).text("access_token");
    Answer told =
        web.post("/oidc/token/introspection", Map.of("token", token), "Authorization", basic);
    assertEquals(key.thumbprint(), told.json().at("/cnf/jkt").asText(), told.json().toString());
    assertEquals("DPoP", told.text("token_type"));
  }

  @Test
  @Spec("RFC 9449 §7.1")
  void theManagementApiTakesABoundTokenWithItsProofAlone() {
    TestClient machine = provider.application("MachineToMachine");
    String role = provider.roleNamed("Logto Management API access");
    assertEquals(
        2,
        provider
                .api()
                .post(
                    "/api/applications/" + machine.id + "/roles",
                    "{\"roleIds\":[\"" + role + "\"]}")
                .status()
            / 100);
    Answer tokens =
        machine.token(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", machine.id,
                "client_secret", provider.secretOf(machine),
                "resource", "https://default.logto.app/api",
                "scope", "all"),
            "DPoP",
            key.proof("/token"));
    assertEquals("DPoP", tokens.text("token_type"), tokens.json().toString());
    String token = tokens.text("access_token");
    String url = "http://localhost:3001/api/roles";
    assertEquals(401, get("Bearer " + token, null));
    assertEquals(401, get("DPoP " + token, null));
    assertEquals(401, get("DPoP " + token, new DpopKey(time).proof("GET", url, token)));
    assertEquals(200, get("DPoP " + token, key.proof("GET", url, token)));
  }

  private int get(String authorization, @org.jspecify.annotations.Nullable String proof) {
    return (proof == null
            ? spa.get("/api/roles", "Authorization", authorization)
            : spa.get("/api/roles", "Authorization", authorization, "DPoP", proof))
        .status();
  }

  private void assertRefused(String proof) {
    Answer answer = exchange("none", proof);
    assertEquals(400, answer.status());
    assertEquals("invalid_dpop_proof", answer.error(), proof);
  }

  private String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
    return key.proof("POST", DpopKey.ISSUER + "/token", change);
  }

  private String code(String... changes) {
    return provider.code(user, provider.browser(), spa, changes);
  }

  private Answer exchange(String code, String proof) {
    return spa.token(form(code), "DPoP", proof);
  }

  private Map<String, String> form(String code) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", spa.id);
    form.put("code", code);
    form.put("code_verifier", TestClient.VERIFIER);
    form.put("redirect_uri", Provider.CALLBACK);
    return form;
  }

  private Answer me(String token, String proof) {
    return spa.get("/oidc/me", "Authorization", "DPoP " + token, "DPoP", proof);
  }

  private Answer send(String token) {
    return spa.get("/oidc/me", "Authorization", "DPoP " + token);
  }

  private void agree(String settings) {
    assertFalse(settings.isEmpty());
    var answer = provider.api().put("/api/applications/" + spa.id + "/protocol", settings);
    assertEquals(200, answer.status(), answer.text());
  }
}
