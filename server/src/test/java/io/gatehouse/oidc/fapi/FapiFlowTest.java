package io.gatehouse.oidc.fapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.DpopKey;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
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
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void aRequestIsPushedAndItsTokensAreBound() {
    Map<String, String> answer = client.answer(client.push(client.request()));
    assertEquals(DpopKey.ISSUER, answer.get("iss"));
    String code = Provider.present(answer.get("code"));
    Answer unbound = client.web.token(client.codeForm(code));
    assertEquals("invalid_request", unbound.error());
    Answer tokens = client.token(client.codeForm(code));
    assertEquals("DPoP", tokens.text("token_type"), tokens.json().toString());
    String refresh = tokens.text("refresh_token");
    assertEquals(43, refresh.length());

    // "shall not use refresh token rotation", at the end of a token's life neither.
    clock.pass(Duration.ofDays(13));
    Answer fresh = client.token(client.refreshForm(refresh));
    assertEquals(refresh, fresh.text("refresh_token"), fresh.json().toString());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void anAddressInTheClearIsRefusedWhenItIsWritten() {
    assertEquals(422, redirectTo("https://app.example/cb\",\"http://app.example/cb"));
    assertEquals(200, redirectTo("http://127.0.0.1:8080/cb"));
    assertEquals(200, redirectTo("https://app.example/cb"));
    client.authenticate("\"jwks\":" + FapiClient.set(client.key));
    assertEquals(200, redirectTo("http://app.example/cb"));
    var refused =
        provider
            .api()
            .put(
                "/api/applications/" + client.web.id + "/authentication",
                "{\"method\":\"private_key_jwt\",\"fapi\":true,\"jwks\":"
                    + FapiClient.set(client.key)
                    + "}");
    assertEquals(422, refused.status(), refused.text());
  }

  /** Where no code travels, the rule does not hold. */
  private int redirectTo(String uris) {
    return provider
        .api()
        .patch(
            "/api/applications/" + client.web.id,
            "{\"oidcClientMetadata\":{\"redirectUris\":[\""
                + uris
                + "\"],\"postLogoutRedirectUris\":[\"http://app.example/bye\"]}}")
        .status();
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void whatIsNotPushedIsRefusedHere() {
    HttpResponse<String> refused = provider.browser().get(client.web.authorizationUrl());
    assertEquals(400, refused.statusCode());
    assertTrue(refused.headers().firstValue("location").isEmpty());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void aPushedRequestHasAChallengeAndAnAddress() {
    Map<String, String> request = client.request();
    request.remove("code_challenge");
    request.remove("code_challenge_method");
    assertEquals("invalid_request", client.push(request).error());
    request = client.request();
    request.put("code_challenge_method", "plain");
    assertEquals("invalid_request", client.push(request).error());
    request = client.request();
    request.remove("redirect_uri");
    assertEquals("invalid_request", client.push(request).error());
    request = client.request();
    request.put("response_type", "code id_token");
    assertEquals("invalid_request", client.push(request).error());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void aCodeLivesForAMinuteAtMost() {
    String code = Provider.present(client.answer(client.push(client.request())).get("code"));
    clock.pass(Duration.ofSeconds(61));
    assertEquals("invalid_grant", client.token(client.codeForm(code)).error());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void noSecretLetsTheClientIn() {
    Map<String, String> form = new HashMap<>(TestClient.query(client.web.authorizationUrl()));
    form.put("client_secret", provider.secretOf(client.web));
    assertEquals("invalid_client", client.web.post("/oidc/request", form).error());
  }

  @Test
  @Spec("RFC 9101 §6")
  @Spec("FAPI 2.0 Message Signing §5.3.1")
  void onlyWhatIsSignedCounts() {
    client.agree("{\"requireSignedRequestObject\":true}");
    assertEquals("invalid_request", client.push(client.request()).error());
    Map<String, String> outside = new HashMap<>(client.assertion());
    outside.put("client_id", client.web.id);
    outside.put("request", client.object(claims -> claims));
    outside.put("state", "unsigned");
    outside.put("scope", "openid profile email");
    Map<String, String> answer = client.answer(client.web.post("/oidc/request", outside));
    assertEquals("st4te", answer.get("state"));
    Answer tokens = client.token(client.codeForm(Provider.present(answer.get("code"))));
    assertEquals("openid offline_access profile", tokens.text("scope"), tokens.json().toString());
  }

  @Test
  @Spec("RFC 9101 §5")
  @Spec("RFC 9101 §10.2")
  void anObjectThatIsNotAsItShouldBeIsRefused() {
    assertObjectRefused(client.object(claims -> claims.audience("https://other.example")));
    assertObjectRefused(client.object(claims -> claims.audience((String) null)));
    assertObjectRefused(client.object(claims -> claims.issuer("another")));
    assertObjectRefused(client.object(claims -> claims.claim("client_id", "another")));
    assertObjectRefused(client.object(claims -> claims.claim("client_id", null)));
    assertObjectRefused(client.object(claims -> claims.expirationTime(client.at(-60))));
    assertObjectRefused(client.object(claims -> claims.expirationTime(null)));
    assertObjectRefused(client.object(claims -> claims.notBeforeTime(null)));
    assertObjectRefused(client.object(claims -> claims.expirationTime(client.at(7_200))));
    assertObjectRefused(client.object(claims -> claims.notBeforeTime(client.at(120))));
    assertObjectRefused(client.object(claims -> claims.notBeforeTime(client.at(-7_200))));
    assertObjectRefused(client.object(claims -> claims.claim("request", "eyJ")));
    assertObjectRefused(client.object(claims -> claims.claim("request_uri", "urn:x")));
    assertObjectRefused(
        client.signed(SigningKey.generate(SigningAlgorithm.ES256), "JWT", claims -> claims));
    assertObjectRefused(client.signed(client.key, "at+jwt", claims -> claims));
    assertObjectRefused("nonsense");
    assertObjectRefused(
        "eyJhbGciOiJub25lIn0." + client.object(claims -> claims).split("\\.")[1] + ".");
    Random random = new Random(9101);
    for (int i = 0; i < 100; i++) {
      StringBuilder changed = new StringBuilder(client.object(claims -> claims));
      int at = random.nextInt(changed.length() - 2);
      changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
      assertObjectRefused(changed.toString());
    }
  }

  @Test
  @Spec("RFC 9101 §5")
  void aSignedRequestMayComeWithTheBrowser() {
    client.authenticate("\"jwks\":" + FapiClient.set(client.key));
    EmulatedBrowser browser = provider.browser();
    browser.get(
        "/oidc/auth?"
            + TestClient.form(
                Map.of(
                    "client_id",
                    client.web.id,
                    "request",
                    client.object(claims -> claims),
                    "state",
                    "x")));
    HttpResponse<String> back =
        browser.get(provider.signedIn().byPage(browser, client.web.id, user));
    assertEquals("st4te", TestClient.query(Provider.location(back)).get("state"));
    String nonsense =
        "/oidc/auth?" + TestClient.form(Map.of("client_id", client.web.id, "request", "nonsense"));
    assertTrue(Provider.location(browser.get(nonsense)).contains("error=invalid_request_object"));
    assertEquals(400, browser.get(nonsense + "&redirect_uri=https://x.example/").statusCode());
  }

  @Test
  @Spec("RFC 9101 §5.2")
  @Spec("RFC 9101 §10.4")
  void aSignedRequestIsFetchedFromWhereItIsRegistered() {
    client.authenticate("\"jwks\":" + FapiClient.set(client.key));
    try (Publisher published = new Publisher(client.object(claims -> claims))) {
      client.agree("{\"requestUris\":[\"" + published.url() + "\"]}");
      EmulatedBrowser browser = provider.browser();
      browser.get(asking(published.url()));
      HttpResponse<String> back =
          browser.get(provider.signedIn().byPage(browser, client.web.id, user));
      assertEquals("st4te", TestClient.query(Provider.location(back)).get("state"));
      assertEquals(1, published.calls());
      HttpResponse<String> other =
          provider
              .browser()
              .get(asking(published.url() + "x") + "&redirect_uri=" + Provider.CALLBACK);
      assertEquals(
          "request_uri_not_supported", TestClient.query(Provider.location(other)).get("error"));
      assertEquals(1, published.calls());
      // "MUST NOT be used together"
      String usual = "&redirect_uri=" + Provider.CALLBACK;
      HttpResponse<String> both =
          provider.browser().get(asking(published.url()) + usual + "&request=eyJ");
      assertEquals("invalid_request", TestClient.query(Provider.location(both)).get("error"));
      published.answerWith(404);
      HttpResponse<String> nowhere = provider.browser().get(asking(published.url()) + usual);
      assertEquals(
          "invalid_request_uri", TestClient.query(Provider.location(nowhere)).get("error"));
    }
  }

  private String asking(String requestUri) {
    return "/oidc/auth?"
        + TestClient.form(Map.of("client_id", client.web.id, "request_uri", requestUri));
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
    Answer refused = client.pushObject(object);
    assertEquals("invalid_request_object", refused.error(), object);
    assertEquals(400, refused.status());
  }
}
