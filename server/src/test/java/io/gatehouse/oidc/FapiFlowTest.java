package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that are held to FAPI 2.0, and those that sign their requests or want signed answers. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class FapiFlowTest {
  @Inject Provider provider;
  @Inject ServerClock clock;
  @Inject InstantSource time;

  private final SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
  private TestClient web;
  private String user;
  private DpopKey proof;

  @BeforeEach
  void prepare() {
    web = provider.application("Traditional");
    user = provider.person();
    proof = new DpopKey(time);
    authenticate("\"method\":\"private_key_jwt\",\"fapi\":true,\"jwks\":" + set(key));
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void aRequestIsPushedAndItsTokensAreBound() {
    Map<String, String> answer = answer(push(request()));
    assertEquals(DpopKey.ISSUER, answer.get("iss"));
    String code = Provider.present(answer.get("code"));
    Answer unbound = web.token(codeForm(code));
    assertEquals("invalid_request", unbound.error());
    Answer tokens = token(codeForm(code));
    assertEquals("DPoP", tokens.text("token_type"), tokens.json().toString());
    String refresh = tokens.text("refresh_token");
    assertEquals(43, refresh.length());

    // "shall not use refresh token rotation", at the end of a token's life neither.
    clock.pass(Duration.ofDays(13));
    Answer fresh = token(refreshForm(refresh));
    assertEquals(refresh, fresh.text("refresh_token"), fresh.json().toString());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void anAddressInTheClearIsRefusedWhenItIsWritten() {
    assertEquals(422, redirectTo("https://app.example/cb\",\"http://app.example/cb"));
    assertEquals(200, redirectTo("http://127.0.0.1:8080/cb"));
    assertEquals(200, redirectTo("https://app.example/cb"));
    authenticate("\"jwks\":" + set(key));
    assertEquals(200, redirectTo("http://app.example/cb"));
    var refused =
        provider
            .api()
            .put(
                "/api/applications/" + web.id + "/authentication",
                "{\"method\":\"private_key_jwt\",\"fapi\":true,\"jwks\":" + set(key) + "}");
    assertEquals(422, refused.status(), refused.text());
  }

  /** Where no code travels, the rule does not hold. */
  private int redirectTo(String uris) {
    return provider
        .api()
        .patch(
            "/api/applications/" + web.id,
            "{\"oidcClientMetadata\":{\"redirectUris\":[\""
                + uris
                + "\"],\"postLogoutRedirectUris\":[\"http://app.example/bye\"]}}")
        .status();
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void whatIsNotPushedIsRefusedHere() {
    HttpResponse<String> refused = provider.browser().get(web.authorizationUrl());
    assertEquals(400, refused.statusCode());
    assertTrue(refused.headers().firstValue("location").isEmpty());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void aPushedRequestHasAChallengeAndAnAddress() {
    Map<String, String> request = request();
    request.remove("code_challenge");
    request.remove("code_challenge_method");
    assertEquals("invalid_request", push(request).error());
    request = request();
    request.put("code_challenge_method", "plain");
    assertEquals("invalid_request", push(request).error());
    request = request();
    request.remove("redirect_uri");
    assertEquals("invalid_request", push(request).error());
    request = request();
    request.put("response_type", "code id_token");
    assertEquals("invalid_request", push(request).error());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void aCodeLivesForAMinuteAtMost() {
    String code = Provider.present(answer(push(request())).get("code"));
    clock.pass(Duration.ofSeconds(61));
    assertEquals("invalid_grant", token(codeForm(code)).error());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void noSecretLetsTheClientIn() {
    Map<String, String> form = new HashMap<>(TestClient.query(web.authorizationUrl()));
    form.put("client_secret", provider.secretOf(web));
    assertEquals("invalid_client", web.post("/oidc/request", form).error());
  }

  @Test
  @Spec("RFC 9101 §6")
  @Spec("FAPI 2.0 Message Signing §5.3.1")
  void onlyWhatIsSignedCounts() {
    agree("{\"requireSignedRequestObject\":true}");
    assertEquals("invalid_request", push(request()).error());
    Map<String, String> outside = new HashMap<>(assertion());
    outside.put("client_id", web.id);
    outside.put("request", object(claims -> claims));
    outside.put("state", "unsigned");
    outside.put("scope", "openid profile email");
    Map<String, String> answer = answer(web.post("/oidc/request", outside));
    assertEquals("st4te", answer.get("state"));
    Answer tokens = token(codeForm(Provider.present(answer.get("code"))));
    assertEquals("openid offline_access profile", tokens.text("scope"), tokens.json().toString());
  }

  @Test
  @Spec("RFC 9101 §5")
  @Spec("RFC 9101 §10.2")
  void anObjectThatIsNotAsItShouldBeIsRefused() {
    assertObjectRefused(object(claims -> claims.audience("https://other.example")));
    assertObjectRefused(object(claims -> claims.audience((String) null)));
    assertObjectRefused(object(claims -> claims.issuer("another")));
    assertObjectRefused(object(claims -> claims.claim("client_id", "another")));
    assertObjectRefused(object(claims -> claims.claim("client_id", null)));
    assertObjectRefused(object(claims -> claims.expirationTime(at(-60))));
    assertObjectRefused(object(claims -> claims.expirationTime(null)));
    assertObjectRefused(object(claims -> claims.expirationTime(at(7_200))));
    assertObjectRefused(object(claims -> claims.notBeforeTime(at(120))));
    assertObjectRefused(object(claims -> claims.notBeforeTime(at(-7_200))));
    assertObjectRefused(object(claims -> claims.claim("request", "eyJ")));
    assertObjectRefused(
        signed(SigningKey.generate(SigningAlgorithm.ES256), "JWT", claims -> claims));
    assertObjectRefused(signed(key, "at+jwt", claims -> claims));
    assertObjectRefused("nonsense");
    assertObjectRefused("eyJhbGciOiJub25lIn0." + object(claims -> claims).split("\\.")[1] + ".");
    Random random = new Random(9101);
    for (int i = 0; i < 100; i++) {
      StringBuilder changed = new StringBuilder(object(claims -> claims));
      int at = random.nextInt(changed.length() - 2);
      changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
      assertObjectRefused(changed.toString());
    }
  }

  @Test
  @Spec("RFC 9101 §5")
  void aSignedRequestMayComeWithTheBrowser() {
    authenticate("\"jwks\":" + set(key));
    EmulatedBrowser browser = provider.browser();
    browser.get(
        "/oidc/auth?"
            + TestClient.form(
                Map.of("client_id", web.id, "request", object(claims -> claims), "state", "x")));
    HttpResponse<String> back = browser.get(provider.signedIn().byPage(browser, web.id, user));
    assertEquals("st4te", TestClient.query(Provider.location(back)).get("state"));
    String nonsense =
        "/oidc/auth?" + TestClient.form(Map.of("client_id", web.id, "request", "nonsense"));
    assertTrue(Provider.location(browser.get(nonsense)).contains("error=invalid_request_object"));
    assertEquals(400, browser.get(nonsense + "&redirect_uri=https://x.example/").statusCode());
  }

  @Test
  @Spec("RFC 9101 §5.2")
  @Spec("RFC 9101 §10.4")
  void aSignedRequestIsFetchedFromWhereItIsRegistered() {
    authenticate("\"jwks\":" + set(key));
    try (Publisher published = new Publisher(object(claims -> claims))) {
      agree("{\"requestUris\":[\"" + published.url() + "\"]}");
      EmulatedBrowser browser = provider.browser();
      browser.get(asking(published.url()));
      HttpResponse<String> back = browser.get(provider.signedIn().byPage(browser, web.id, user));
      assertEquals("st4te", TestClient.query(Provider.location(back)).get("state"));
      assertEquals(1, published.calls());
      HttpResponse<String> other =
          provider
              .browser()
              .get(asking(published.url() + "x") + "&redirect_uri=" + Provider.CALLBACK);
      assertEquals(
          "request_uri_not_supported", TestClient.query(Provider.location(other)).get("error"));
      assertEquals(1, published.calls());
    }
  }

  private String asking(String requestUri) {
    return "/oidc/auth?" + TestClient.form(Map.of("client_id", web.id, "request_uri", requestUri));
  }

  @Test
  @Spec("JARM §2.1")
  @Spec("JARM §2.3")
  void answersAreSignedWhereThatIsAskedFor() {
    TestClient spa = provider.application("SPA");
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    for (String mode : new String[] {"jwt", "query.jwt", "fragment.jwt"}) {
      String location = Provider.location(browser.get(spa.authorizationUrl("response_mode", mode)));
      assertTrue(
          location.startsWith(
              Provider.CALLBACK + (mode.equals("fragment.jwt") ? "#response=" : "?response=")),
          location);
      JsonNode said = TestClient.payload(location.substring(location.indexOf('=') + 1));
      assertEquals(DpopKey.ISSUER, said.path("iss").asText());
      assertEquals(spa.id, said.path("aud").asText());
      assertEquals("st4te", said.path("state").asText());
      assertEquals(200, spa.exchange(said.path("code").asText()).status());
      assertTrue(said.path("exp").asLong() <= time.instant().plusSeconds(600).getEpochSecond());
    }
    String posted = browser.get(spa.authorizationUrl("response_mode", "form_post.jwt")).body();
    assertTrue(posted.contains("name=\"response\"") && !posted.contains("name=\"code\""), posted);
    String refused =
        Provider.location(
            browser.get(spa.authorizationUrl("response_mode", "jwt", "prompt", "none login")));
    JsonNode said = TestClient.payload(refused.substring(refused.indexOf('=') + 1));
    assertEquals("invalid_request", said.path("error").asText(), refused);
    assertFalse(refused.contains("error="), refused);
  }

  private void assertObjectRefused(String object) {
    Map<String, String> form = new HashMap<>(assertion());
    form.put("client_id", web.id);
    form.put("request", object);
    Answer refused = web.post("/oidc/request", form);
    assertEquals("invalid_request_object", refused.error(), object);
    assertEquals(400, refused.status());
  }

  private String object(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(key, "oauth-authz-req+jwt", change);
  }

  private String signed(
      SigningKey signing, String type, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(web.id)
            .audience(DpopKey.ISSUER)
            .notBeforeTime(at(0))
            .expirationTime(at(300));
    TestClient.query(web.authorizationUrl()).forEach(claims::claim);
    return new JwsSigner(signing)
        .sign(type, JsonCodec.bytes(change.apply(claims).build().toJSONObject()));
  }

  private Date at(long seconds) {
    return Date.from(time.instant().plusSeconds(seconds));
  }

  private Map<String, String> request() {
    Map<String, String> request = new HashMap<>(TestClient.query(web.authorizationUrl()));
    request.putAll(assertion());
    return request;
  }

  private Answer push(Map<String, String> request) {
    Map<String, String> form = new HashMap<>(request);
    form.putAll(assertion());
    return web.post("/oidc/request", form);
  }

  private Map<String, String> answer(Answer pushed) {
    assertEquals(201, pushed.status(), pushed.json().toString());
    EmulatedBrowser browser = provider.browser();
    browser.get(
        "/oidc/auth?"
            + TestClient.form(
                Map.of("client_id", web.id, "request_uri", pushed.text("request_uri"))));
    return TestClient.query(
        Provider.location(browser.get(provider.signedIn().byPage(browser, web.id, user))));
  }

  private Answer token(Map<String, String> form) {
    return web.token(form, "DPoP", proof.proof("/token"));
  }

  private Map<String, String> codeForm(String code) {
    Map<String, String> form = new LinkedHashMap<>(assertion());
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("code_verifier", TestClient.VERIFIER);
    form.put("redirect_uri", Provider.CALLBACK);
    return form;
  }

  private Map<String, String> refreshForm(@Nullable String token) {
    Map<String, String> form = new LinkedHashMap<>(assertion());
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", Provider.present(token));
    return form;
  }

  private Map<String, String> assertion() {
    Instant now = time.instant();
    Map<String, Object> claims =
        new JWTClaimsSet.Builder()
            .issuer(web.id)
            .subject(web.id)
            .audience(DpopKey.ISSUER)
            .jwtID(Ids.standardId())
            .expirationTime(Date.from(now.plusSeconds(60)))
            .build()
            .toJSONObject();
    claims.put("aud", DpopKey.ISSUER);
    return Map.of(
        "client_assertion",
        new JwsSigner(key).sign("JWT", JsonCodec.bytes(claims)),
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  }

  private void authenticate(String members) {
    var answer =
        provider.api().put("/api/applications/" + web.id + "/authentication", "{" + members + "}");
    assertEquals(200, answer.status(), answer.text());
  }

  private void agree(String settings) {
    var answer = provider.api().put("/api/applications/" + web.id + "/protocol", settings);
    assertEquals(200, answer.status(), answer.text());
  }

  private static String set(SigningKey key) {
    return new JWKSet(key.publicJwk()).toString();
  }
}
