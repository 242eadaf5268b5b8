package io.gatehouse.oidc.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the basic and form post profiles of OpenID Connect ask, of a strict confidential client. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class BasicPlanFlowTest {
  private static final Set<String> PROFILE =
      Set.of(
          "name",
          "family_name",
          "given_name",
          "middle_name",
          "nickname",
          "preferred_username",
          "profile",
          "picture",
          "website",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "updated_at");

  @Inject Provider provider;
  @Inject ServerClock clock;

  private StrictClient client;
  private TestClient web;
  private String basic;
  private String user;

  @BeforeEach
  void prepare() {
    client = new StrictClient(provider);
    web = client.web;
    basic = client.basic;
    user = client.user;
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("OpenID Connect Core §5.4")
  void everyClaimOfAScopeIsToldByUserinfoAndNoneByTheIdToken() {
    Answer tokens = client.exchange(client.code("scope", "openid profile email address phone"));
    JsonNode told = web.userinfo(tokens.text("access_token")).json();
    Set<String> names = new TreeSet<>();
    told.fieldNames().forEachRemaining(names::add);
    assertTrue(names.containsAll(PROFILE), names.toString());
    assertTrue(names.containsAll(Set.of("email", "email_verified", "phone_number", "address")));
    assertEquals("Lee Road 5", told.at("/address/street_address").asText(), told.toString());
    JsonNode idToken = TestClient.payload(tokens.text("id_token"));
    assertFalse(idToken.has("name") || idToken.has("email"), idToken.toString());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  @Spec("RFC 6749 §3.3")
  void scopesComeInAnyOrderAndNoNonceIsNoMatter() {
    Answer tokens = client.exchange(client.code("scope", "email phone address profile openid"));
    JsonNode idToken = TestClient.payload(tokens.text("id_token"));
    assertFalse(idToken.has("nonce"), idToken.toString());
    assertTrue(web.userinfo(tokens.text("access_token")).json().has("email"));
    for (String scope : new String[] {"profile", "email", "address", "phone"}) {
      Answer one = client.exchange(client.code("scope", "openid " + scope, "nonce", "n-" + scope));
      assertEquals("n-" + scope, TestClient.payload(one.text("id_token")).path("nonce").asText());
      JsonNode told = web.userinfo(one.text("access_token")).json();
      assertEquals(scope.equals("profile"), told.has("family_name"), told.toString());
      assertEquals(scope.equals("email"), told.has("email_verified"), told.toString());
      assertEquals(scope.equals("address"), told.has("address"), told.toString());
      assertEquals(scope.equals("phone"), told.has("phone_number"), told.toString());
    }
    assertFalse(client.exchange(client.code("scope", "profile")).json().has("id_token"));
  }

  @Test
  @Spec("RFC 7636 §4.6")
  void aChallengeMayBeLeftOutButNotItsVerifierFakedAfterwards() {
    String[] without = {"code_challenge", "", "code_challenge_method", ""};
    Answer faked = web.token(client.codeForm(client.code(without)), "Authorization", basic);
    assertEquals("invalid_grant", faked.error());
    Map<String, String> form = new HashMap<>(client.codeForm(client.code(without)));
    form.remove("code_verifier");
    form.put("redirect_uri", "http://localhost:3000/other");
    assertEquals("invalid_grant", web.token(form, "Authorization", basic).error());
    form.put("code", client.code(without));
    form.remove("redirect_uri");
    assertEquals("invalid_grant", web.token(form, "Authorization", basic).error());
    form.put("redirect_uri", Provider.CALLBACK);
    assertEquals(200, web.token(form, "Authorization", basic).status());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.3.7")
  void anIdTokenIsSignedByAPublishedKeyAndSaysForWhomAndHowLong() {
    Answer tokens = client.exchange(client.code("scope", "openid", "max_age", "10000"));
    String idToken = tokens.text("id_token");
    provider.assertSigned(idToken, TestClient.header(idToken).path("alg").asText());
    JsonNode claims = TestClient.payload(idToken);
    assertEquals("http://localhost:3001/oidc", claims.path("iss").asText());
    assertEquals(web.id, claims.path("aud").asText());
    assertEquals(user, claims.path("sub").asText());
    assertTrue(claims.path("exp").asLong() > claims.path("iat").asLong());
    assertTrue(claims.path("auth_time").asLong() <= claims.path("iat").asLong());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void wishesAreAcceptedAndAcrValuesAnswered() {
    String code =
        client.code(
            "acr_values", "1 2",
            "display", "popup",
            "ui_locales", "se",
            "claims_locales", "se",
            "login_hint", "ann@example.com",
            "extra", "foobar",
            "scope", "openid",
            "prompt", "");
    JsonNode idToken = TestClient.payload(client.exchange(code).text("id_token"));
    assertTrue(idToken.has("acr"), idToken.toString());
  }

  @Test
  @Spec("RFC 6749 §4.1.2")
  void aCodeUsedAgainAfterHalfAMinuteTakesTheFirstAccessTokenAlong() {
    String code = client.code("scope", "openid", "prompt", "");
    String token = client.exchange(code).text("access_token");
    clock.pass(Duration.ofSeconds(31));
    Answer again = web.token(client.codeForm(code), "Authorization", basic);
    assertEquals(400, again.status());
    assertEquals("invalid_grant", again.error());
    assertEquals(401, web.userinfo(token).status());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void theRequestMayBePosted() {
    EmulatedBrowser browser = provider.browser();
    Map<String, String> form = new HashMap<>(TestClient.query(web.authorizationUrl()));
    HttpResponse<String> asked = browser.post("/oidc/auth", form);
    assertEquals("/sign-in?app_id=" + web.id, Provider.location(asked));
    HttpResponse<String> back = browser.get(provider.signedIn().byPage(browser, web.id, user));
    assertEquals(
        200,
        client
            .exchange(Provider.present(TestClient.query(Provider.location(back)).get("code")))
            .status());
  }

  @Test
  @Spec("OpenID Connect Core §5.3.1")
  void userinfoIsAskedInThreeWays() {
    String token =
        client.exchange(client.code("scope", "openid", "prompt", "")).text("access_token");
    assertEquals(user, web.userinfo(token).text("sub"));
    assertEquals(
        user, web.post("/oidc/me", Map.of(), "Authorization", "Bearer " + token).text("sub"));
    assertEquals(user, web.post("/oidc/me", Map.of("access_token", token)).text("sub"));
    Answer twice =
        web.post("/oidc/me", Map.of("access_token", token), "Authorization", "Bearer " + token);
    assertEquals(400, twice.status());
  }

  @Test
  @Spec("RFC 6749 §6")
  void aRefreshTokenIsGoodForItsClientAlone() {
    Answer tokens =
        client.exchange(client.code("scope", "openid offline_access", "prompt", "consent"));
    TestClient other = provider.application("Traditional");
    Map<String, String> form =
        Map.of("grant_type", "refresh_token", "refresh_token", tokens.text("refresh_token"));
    assertEquals(
        "invalid_grant",
        other.token(form, "Authorization", StrictClient.basic(provider, other)).error());
    Answer fresh = web.token(form, "Authorization", basic);
    assertEquals(200, fresh.status());
    assertEquals("no-store", fresh.response().headers().firstValue("cache-control").orElse(""));
  }

  @Test
  @Spec("OAuth 2.0 Form Post Response Mode §2")
  void codesAndErrorsArePostedWhereThatIsAskedFor() {
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, web);
    String answered =
        browser.get(web.authorizationUrl("response_mode", "form_post", "prompt", "")).body();
    assertTrue(answered.contains("name=\"code\"") && answered.contains("name=\"iss\""), answered);
    HttpResponse<String> refused =
        browser.get(web.authorizationUrl("response_mode", "form_post", "response_type", ""));
    assertEquals(200, refused.statusCode());
    assertTrue(refused.body().contains("name=\"error\" value=\"invalid_request\""), refused.body());
    assertTrue(refused.body().contains("name=\"state\" value=\"st4te\""));
    String policy = refused.headers().firstValue("content-security-policy").orElse("");
    assertTrue(policy.contains("default-src 'self'") && !policy.contains("unsafe"), policy);
    assertEquals("no-store", refused.headers().firstValue("cache-control").orElse(""));
  }

  @Test
  @Spec("OpenID Connect Core §6.1")
  void requestObjectsAreRefusedByName() {
    EmulatedBrowser browser = provider.browser();
    provider.assertError(
        web, browser, "request_not_supported", "request", "eyJhbGciOiJub25lIn0.e30.");
    provider.assertError(
        web, browser, "request_uri_not_supported", "request_uri", "https://rp.example/request");
    provider.assertError(web, browser, "registration_not_supported", "registration", "{}");
    provider.assertError(web, browser, "invalid_request", "response_type", "");
  }
}
