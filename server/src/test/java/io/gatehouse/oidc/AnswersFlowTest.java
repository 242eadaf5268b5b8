package io.gatehouse.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How answers and refusals look to a client that goes by the specifications. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AnswersFlowTest {
  private static final String ISSUER = "http://localhost:3001/oidc";

  @Inject Provider provider;
  @Inject ServerClock clock;

  private TestClient spa;
  private String user;
  private EmulatedBrowser browser;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
    browser = provider.browser();
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("RFC 9207 §2")
  @Spec("RFC 9207 §3")
  void everyAnswerSaysWhoseItIs() {
    JsonNode metadata = provider.api().get("/oidc/.well-known/openid-configuration").json();
    assertTrue(metadata.path("authorization_response_iss_parameter_supported").asBoolean());
    assertFrom(browser.get(spa.authorizationUrl("prompt", "none")), "login_required");
    assertFrom(
        browser.get(spa.authorizationUrl("response_mode", "fragment", "max_age", "soon")),
        "invalid_request");
    browser.get(spa.authorizationUrl());
    String aborted =
        provider.signedIn().finish(browser, spa.id, InteractionResult.error("access_denied"));
    assertFrom(browser.get(aborted), "access_denied");
    String posted =
        browser.get(spa.authorizationUrl("response_mode", "form_post", "prompt", "none")).body();
    assertTrue(posted.contains("name=\"iss\" value=\"" + ISSUER + "\""), posted);
    provider.code(user, browser, spa);
    assertFrom(browser.get(spa.authorizationUrl()), "");
  }

  private static void assertFrom(HttpResponse<String> answer, String error) {
    Map<String, String> said = TestClient.query(Provider.location(answer).replace('#', '?'));
    assertEquals(error, said.getOrDefault("error", ""), said.toString());
    assertEquals(error.isEmpty(), said.containsKey("code"));
    assertEquals(ISSUER, said.get("iss"));
    assertEquals("st4te", said.get("state"));
  }

  @Test
  @Spec("OAuth 2.0 Multiple Response Types §2.1")
  @Spec("RFC 6749 §4.1.2.1")
  void aRefusalTravelsAsTheAnswerWouldHave() {
    String url =
        Provider.location(
            browser.get(spa.authorizationUrl("response_mode", "fragment", "prompt", "none")));
    assertTrue(url.startsWith(Provider.CALLBACK + "#error=login_required"), url);
    HttpResponse<String> posted =
        browser.get(spa.authorizationUrl("response_mode", "form_post", "resource", "https://no"));
    assertEquals(200, posted.statusCode());
    assertTrue(posted.body().contains("value=\"invalid_target\""), posted.body());
    String signed =
        Provider.location(
            browser.get(spa.authorizationUrl("response_mode", "jwt", "prompt", "none")));
    JsonNode claims =
        TestClient.payload(Provider.present(TestClient.query(signed).get("response")));
    assertEquals("login_required", claims.path("error").asText(), claims.toString());
    assertEquals(ISSUER, claims.path("iss").asText());
    provider.assertError(spa, browser, "unsupported_response_mode", "response_mode", "pigeon");
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.2")
  void nobodyElseIsAnsweredWhoSignsInInTheirStead() {
    String hint = spa.exchange(provider.code(user, browser, spa)).text("id_token");
    for (String[] meant :
        new String[][] {
          {"id_token_hint", hint},
          {"claims", "{\"id_token\":{\"sub\":{\"value\":\"" + user + "\"}}}"}
        }) {
      EmulatedBrowser theirs = provider.browser();
      String page = Provider.location(theirs.get(spa.authorizationUrl(meant)));
      assertEquals("/sign-in?app_id=" + spa.id, page);
      String other = provider.person();
      assertFrom(theirs.get(provider.signedIn().byPage(theirs, spa.id, other)), "login_required");
      // They have signed in all the same, and the person that is meant may do so next.
      assertFrom(theirs.get(spa.authorizationUrl()), "");
      theirs.get(spa.authorizationUrl(meant));
      assertFrom(theirs.get(provider.signedIn().byPage(theirs, spa.id, user)), "");
    }
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void promptsAndAgesAskOrAreRefused() {
    provider.code(user, browser, spa);
    String signIn = "/sign-in?app_id=" + spa.id;
    for (String prompt : List.of("login", "login consent", "select_account", "consent login")) {
      HttpResponse<String> asked = browser.get(spa.authorizationUrl("prompt", prompt));
      assertEquals(signIn, Provider.location(asked), prompt);
    }
    provider.assertError(spa, browser, "login_required", "prompt", "none", "max_age", "0");
    for (String prompt : List.of("none login", "none consent", "sometimes")) {
      provider.assertError(spa, browser, "invalid_request", "prompt", prompt);
    }
    clock.pass(Duration.ofSeconds(30));
    provider.assertError(spa, browser, "login_required", "prompt", "none", "max_age", "20");
    provider.assertError(spa, browser, "invalid_request", "max_age", "-1");
    // A sign-in that is asked for is a new one, and the ID token says when it was.
    browser.get(spa.authorizationUrl("max_age", "0"));
    String back = Provider.location(browser.get(provider.signedIn().byPage(browser, spa.id, user)));
    JsonNode idToken =
        TestClient.payload(
            spa.exchange(Provider.present(TestClient.query(back).get("code"))).text("id_token"));
    assertEquals(clock.instant().getEpochSecond(), idToken.path("auth_time").asLong(), 5, back);
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.6")
  void whatSomebodyElsesApplicationWasNotAllowedIsNotGivenSilently() {
    provider.code(user, browser, spa);
    TestClient theirs = provider.application("SPA", ", \"isThirdParty\": true");
    provider
        .api()
        .post(
            "/api/applications/" + theirs.id + "/user-consent-scopes",
            "{\"userScopes\":[\"profile\"]}");
    provider.assertError(
        theirs, browser, "consent_required", "prompt", "none", "scope", "openid profile");
  }

  @Test
  @Spec("OpenID Connect Core §12.2")
  void aRefreshedIdTokenIsAboutTheSameSignIn() {
    Answer first =
        spa.exchange(provider.code(user, browser, spa, "nonce", "n0nce", "max_age", "600"));
    JsonNode before = TestClient.payload(first.text("id_token"));
    assertEquals("n0nce", before.path("nonce").asText());
    clock.pass(Duration.ofSeconds(60));
    Answer fresh = spa.refresh(first.text("refresh_token"));
    JsonNode after = TestClient.payload(fresh.text("id_token"));
    for (String same : List.of("iss", "sub", "aud", "auth_time")) {
      assertEquals(before.get(same), after.get(same), same);
    }
    assertTrue(after.get("iat").asLong() >= before.get("iat").asLong() + 60);
    assertTrue(!after.has("nonce") || after.get("nonce").equals(before.get("nonce")));
  }

  @Test
  @Spec("RFC 6749 §5.1")
  @Spec("RFC 6749 §5.2")
  void nothingThatHoldsATokenIsKept() {
    Answer tokens = spa.exchange(provider.code(user, browser, spa));
    Map<String, String> token = form("token", tokens.text("access_token"));
    assertNotKept(200, tokens);
    assertNotKept(200, spa.userinfo(tokens.text("access_token")));
    assertNotKept(200, spa.refresh(tokens.text("refresh_token")));
    assertNotKept(200, spa.post("/oidc/token/introspection", token));
    assertNotKept(201, spa.post("/oidc/request", TestClient.query(spa.authorizationUrl())));
    assertNotKept(400, spa.exchange("none"));
    assertNotKept(401, spa.userinfo("none"));
    assertNotKept(400, spa.post("/oidc/request", form("response_type", "none")));
    assertNotKept(401, spa.token(Map.of("grant_type", "refresh_token", "client_id", "nobody")));
  }

  private static void assertNotKept(int status, Answer answer) {
    assertEquals(status, answer.status(), answer.json().toString());
    assertEquals("no-store", answer.response().headers().firstValue("cache-control").orElse(""));
  }

  @Test
  @Spec("RFC 6749 §5.2")
  void aWrongTokenRequestIsToldWhatIsWrong() {
    assertEquals("unsupported_grant_type", spa.token(form("grant_type", "password")).error());
    assertEquals("invalid_request", spa.token(form("grant_type", "")).error());
    assertEquals("invalid_request", spa.token(form("grant_type", "authorization_code")).error());
    String begin = "grant_type=authorization_code&client_id=" + spa.id;
    for (String odd : List.of("&code=%00", "&code=x&code=y", "&code=%zz", "&code=x&client_id=y")) {
      Answer refused = spa.tokenOf(begin + odd);
      assertEquals("invalid_request", refused.error(), odd);
      assertEquals(400, refused.status(), odd);
    }
    assertEquals("invalid_grant", spa.exchange("none").error());
    Answer scope =
        spa.refresh(
            spa.exchange(provider.code(user, browser, spa)).text("refresh_token"),
            "scope",
            "openid email");
    assertEquals("invalid_scope", scope.error());
    TestClient web = provider.application("Traditional");
    Answer wrong =
        web.token(
            Map.of("grant_type", "refresh_token"),
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString((web.id + ":wrong").getBytes(US_ASCII)));
    assertEquals(401, wrong.status());
    assertEquals("invalid_client", wrong.error());
    String challenge = wrong.response().headers().firstValue("www-authenticate").orElse("");
    assertTrue(challenge.startsWith("Basic "), challenge);
  }

  @Test
  @Spec("RFC 6750 §3")
  @Spec("RFC 6750 §3.1")
  @Spec("OpenID Connect Core §5.3.3")
  void userinfoSaysWhyATokenIsNotEnough() {
    HttpResponse<String> nothing = browser.get("/oidc/me");
    assertEquals(400, nothing.statusCode());
    assertEquals("Bearer realm=\"" + ISSUER + "\"", challenge(nothing));
    Answer unknown = spa.userinfo("unknown");
    assertEquals(401, unknown.status());
    assertTrue(challenge(unknown.response()).endsWith(", error=\"invalid_token\""));
    Answer plain = spa.exchange(provider.code(user, browser, spa, "scope", "profile"));
    assertEquals(200, plain.status(), plain.json().toString());
    Answer narrow = spa.userinfo(plain.text("access_token"));
    assertEquals(403, narrow.status(), narrow.json() + " for " + plain.json());
    assertTrue(
        challenge(narrow.response()).endsWith(", error=\"insufficient_scope\", scope=\"openid\""),
        challenge(narrow.response()));
    assertEquals("openid", narrow.text("scope"));
    Answer old = spa.exchange(provider.code(user, browser, spa));
    String token = old.text("access_token");
    // A token in an address would be in the logs of everybody on the way. [RFC 6750 §2.3]
    assertEquals(400, browser.get("/oidc/me?access_token=" + token).statusCode());
    Answer twice = spa.post("/oidc/me", form("access_token", token), "Authorization", "Bearer x");
    assertEquals("invalid_request", twice.error());
    assertTrue(challenge(twice.response()).startsWith("Bearer "), challenge(twice.response()));
    Map<String, String> known = form("token", token);
    assertTrue(spa.post("/oidc/token/introspection", known).json().path("active").asBoolean());
    clock.pass(Duration.ofHours(2));
    assertEquals("invalid_token", spa.userinfo(token).error());
    assertEquals(
        "{\"active\":false}", spa.post("/oidc/token/introspection", known).response().body());
  }

  private static String challenge(HttpResponse<String> answer) {
    return answer.headers().firstValue("www-authenticate").orElse("");
  }

  @Test
  @Spec("RFC 7009 §2.2")
  @Spec("RFC 7662 §2.2")
  void aTokenThatIsNoneIsSaidToBeOverAndNothingMore() {
    Map<String, String> unknown = form("token", "unknown");
    unknown.put("token_type_hint", "pigeon");
    assertEquals(200, spa.post("/oidc/token/revocation", unknown).status());
    Answer told = spa.post("/oidc/token/introspection", unknown);
    assertEquals(200, told.status());
    assertEquals("{\"active\":false}", told.response().body());
    Answer tokens = spa.exchange(provider.code(user, browser, spa));
    Map<String, String> refresh = form("token", tokens.text("refresh_token"));
    refresh.put("token_type_hint", "access_token");
    assertTrue(spa.post("/oidc/token/introspection", refresh).json().path("active").asBoolean());
    assertEquals(200, spa.post("/oidc/token/revocation", refresh).status());
    assertEquals(
        "{\"active\":false}", spa.post("/oidc/token/introspection", refresh).response().body());
  }

  @Test
  @Spec("RFC 8707 §2")
  @Spec("RFC 8707 §2.2")
  void aTokenIsForTheResourcesThatWereAskedForAndNoOthers() {
    String one = "https://one.example/" + user;
    String two = "https://two.example/" + user;
    provider.resourceWithRole(user, one, "read");
    String resource =
        provider.made("/api/resources", "{\"name\":\"Two\",\"indicator\":\"" + two + "\"}");
    assertFalse(resource.isEmpty());
    String url = spa.authorizationUrl("scope", "openid offline_access read") + "&resource=" + one;
    browser.get(url + "&resource=" + two);
    String back = Provider.location(browser.get(provider.signedIn().byPage(browser, spa.id, user)));
    String code = Provider.present(TestClient.query(back).get("code"));
    Answer tokens = spa.exchange(code, "resource", one);
    assertEquals(one, TestClient.payload(tokens.text("access_token")).path("aud").asText());
    Answer other = spa.refresh(tokens.text("refresh_token"), "resource", two);
    assertEquals(two, TestClient.payload(other.text("access_token")).path("aud").asText());
    assertEquals("", other.text("scope"), "no role of the person opens anything there");
    Answer none = spa.refresh(other.text("refresh_token"), "resource", "https://three.example");
    assertEquals(400, none.status());
    assertEquals("invalid_target", none.error());
    // "It MUST be an absolute URI … The URI MUST NOT include a fragment component"
    for (String odd : List.of(one + "#part", "one.example", "//one.example", "not a uri")) {
      provider.assertError(spa, browser, "invalid_target", "resource", odd);
    }
  }

  @Test
  @Spec("RFC 9449 §9")
  @Spec("RFC 9449 §7.1")
  void aNonceIsAskedForWhereverTheProviderIsShownAProof() {
    provider.api().put("/api/applications/" + spa.id + "/protocol", "{\"dpopNonceRequired\":true}");
    DpopKey key = new DpopKey(clock);
    Answer pushed =
        spa.post(
            "/oidc/request",
            TestClient.query(spa.authorizationUrl()),
            "DPoP",
            key.proof("/request"));
    assertEquals("use_dpop_nonce", pushed.error());
    Map<String, String> form = form("grant_type", "authorization_code");
    form.put("code", provider.code(user, browser, spa));
    form.put("code_verifier", TestClient.VERIFIER);
    form.put("redirect_uri", Provider.CALLBACK);
    Answer asked = spa.token(form, "DPoP", key.proof("/token"));
    assertEquals("use_dpop_nonce", asked.error());
    String nonce = nonce(asked);
    assertEquals(nonce, nonce(pushed));
    String url = ISSUER + "/token";
    Answer tokens =
        spa.token(form, "DPoP", key.proof("POST", url, claims -> claims.claim("nonce", nonce)));
    assertEquals("DPoP", tokens.text("token_type"), tokens.json().toString());
    String token = tokens.text("access_token");

    Answer without = me(token, key.proof("GET", ISSUER + "/me", token));
    assertEquals(401, without.status());
    assertTrue(
        challenge(without.response()).contains("error=\"use_dpop_nonce\""),
        challenge(without.response()));
    assertEquals(nonce, nonce(without));
    assertEquals(200, me(token, proofFor(key, token, nonce)).status());
    clock.pass(Duration.ofMinutes(5));
    Answer late = me(token, proofFor(key, token, nonce));
    assertEquals("use_dpop_nonce", late.error());
    assertNotEquals(nonce, nonce(late));
    assertEquals(200, me(token, proofFor(key, token, nonce(late))).status());
    assertFalse(me(token, proofFor(key, "another", nonce(late))).status() == 200);
  }

  private static String nonce(Answer answer) {
    return answer.response().headers().firstValue("dpop-nonce").orElseThrow();
  }

  private static String proofFor(DpopKey key, String token, String nonce) {
    return key.proof(
        "GET",
        ISSUER + "/me",
        claims -> claims.claim("ath", DpopKey.ath(token)).claim("nonce", nonce));
  }

  private Answer me(String token, String proof) {
    return spa.get("/oidc/me", "Authorization", "DPoP " + token, "DPoP", proof);
  }

  private Map<String, String> form(String name, String value) {
    Map<String, String> form = new HashMap<>();
    form.put("client_id", spa.id);
    form.put(name, value);
    return form;
  }
}
