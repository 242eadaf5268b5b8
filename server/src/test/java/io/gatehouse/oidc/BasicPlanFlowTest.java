package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

  private TestClient web;
  private String basic;
  private String user;

  @BeforeEach
  void prepare() {
    web = strict(provider.application("Traditional"));
    basic = basic(web);
    user = provider.person();
    describe(user);
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("OpenID Connect Core §5.4")
  void everyClaimOfAScopeIsToldByUserinfoAndNoneByTheIdToken() {
    Answer tokens = exchange(code("scope", "openid profile email address phone"));
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
  @Spec("OpenID Connect Core §5.5")
  void singleClaimsAreToldWhereTheyAreAskedFor() {
    String claims =
        """
        {"userinfo": {"name": {"essential": true}, "nothing_known": null},
         "id_token": {"nickname": null, "auth_time": {"essential": true}, "acr": null, "amr": null}}
        """;
    Answer tokens = exchange(code("scope", "openid", "claims", claims));
    JsonNode told = web.userinfo(tokens.text("access_token")).json();
    assertEquals("Ann Lee", told.path("name").asText(), told.toString());
    assertFalse(told.has("nickname") || told.has("nothing_known"), told.toString());
    JsonNode idToken = TestClient.payload(tokens.text("id_token"));
    assertEquals("ann", idToken.path("nickname").asText(), idToken.toString());
    assertFalse(idToken.has("name"));
    assertTrue(idToken.path("auth_time").isIntegralNumber());
    assertEquals("urn:gatehouse:acr:single-factor", idToken.path("acr").asText());
    assertEquals("[\"pwd\"]", idToken.path("amr").toString());
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void singleClaimsAreToldAgainAfterARefresh() {
    String claims = "{\"userinfo\":{\"name\":null},\"id_token\":{\"nickname\":null}}";
    Answer first =
        exchange(code("scope", "openid offline_access", "prompt", "consent", "claims", claims));
    Answer fresh =
        web.token(
            Map.of("grant_type", "refresh_token", "refresh_token", first.text("refresh_token")),
            "Authorization",
            basic);
    assertEquals("ann", TestClient.payload(fresh.text("id_token")).path("nickname").asText());
    assertEquals("Ann Lee", web.userinfo(fresh.text("access_token")).text("name"));
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void anotherApplicationGetsByNameNoMoreThanItsScopesOpen() {
    TestClient theirs = provider.application("SPA", ", \"isThirdParty\": true");
    provider
        .api()
        .post(
            "/api/applications/" + theirs.id + "/user-consent-scopes",
            "{\"userScopes\":[\"profile\"]}");
    EmulatedBrowser browser = provider.browser();
    browser.get(
        theirs.authorizationUrl(
            "scope",
            "openid profile",
            "claims",
            "{\"userinfo\":{\"email\":null},\"id_token\":{\"email\":null,\"nickname\":null}}"));
    HttpResponse<String> toConsent =
        browser.get(provider.signedIn().byPage(browser, theirs.id, user));
    assertEquals("/consent?app_id=" + theirs.id, Provider.location(toConsent));
    HttpResponse<String> back =
        browser.get(
            provider
                .signedIn()
                .finish(
                    browser,
                    theirs.id,
                    io.gatehouse.interaction.InteractionResult.consent(java.util.List.of())));
    Answer tokens =
        theirs.exchange(Provider.present(TestClient.query(Provider.location(back)).get("code")));
    JsonNode idToken = TestClient.payload(tokens.text("id_token"));
    assertTrue(idToken.has("nickname") && !idToken.has("email"), idToken.toString());
    assertFalse(theirs.userinfo(tokens.text("access_token")).json().has("email"));
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  void aStrengthThatIsEssentialAndNotReachedEndsInAnError() {
    String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"%s\"]}}}";
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, web);
    String wanted =
        claims.formatted("http://schemas.openid.net/pape/policies/2007/06/multi-factor");
    browser.get(web.authorizationUrl("claims", wanted));
    HttpResponse<String> back = browser.get(provider.signedIn().byPage(browser, web.id, user));
    assertEquals(
        "unmet_authentication_requirements",
        TestClient.query(Provider.location(back)).get("error"),
        Provider.location(back));
    provider.assertError(web, browser, "login_required", "prompt", "none", "claims", wanted);
    String reached = claims.formatted("urn:gatehouse:acr:single-factor");
    assertTrue(
        Provider.location(browser.get(web.authorizationUrl("claims", reached))).contains("code="));
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void wishesAreAcceptedAndAcrValuesAnswered() {
    String code =
        code(
            "acr_values", "1 2",
            "display", "popup",
            "ui_locales", "se",
            "claims_locales", "se",
            "login_hint", "ann@example.com",
            "extra", "foobar",
            "scope", "openid",
            "prompt", "");
    JsonNode idToken = TestClient.payload(exchange(code).text("id_token"));
    assertTrue(idToken.has("acr"), idToken.toString());
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void aClaimsParameterThatIsNoObjectIsRefused() {
    EmulatedBrowser browser = provider.browser();
    for (String claims :
        new String[] {
          "nonsense", "[]", "{\"userinfo\":3}", "{\"id_token\":[]}", "[".repeat(1_200)
        }) {
      provider.assertError(web, browser, "invalid_request", "claims", claims);
    }
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.2")
  void aSubjectThatIsAskedForIsTheOnlyOneAnswered() {
    EmulatedBrowser browser = provider.browser();
    String hint = exchange(provider.code(user, browser, web)).text("id_token");
    assertTrue(
        Provider.location(
                browser.get(web.authorizationUrl("prompt", "none", "id_token_hint", hint)))
            .contains("code="));
    String other = provider.person();
    EmulatedBrowser theirs = provider.browser();
    provider.code(other, theirs, web);
    provider.assertError(web, theirs, "login_required", "prompt", "none", "id_token_hint", hint);
    provider.assertError(
        web,
        theirs,
        "login_required",
        "prompt",
        "none",
        "claims",
        "{\"id_token\":{\"sub\":{\"value\":\"" + user + "\"}}}");
  }

  @Test
  @Spec("RFC 6749 §4.1.2")
  void aCodeUsedAgainAfterHalfAMinuteTakesTheFirstAccessTokenAlong() {
    String code = code("scope", "openid", "prompt", "");
    String token = exchange(code).text("access_token");
    clock.pass(Duration.ofSeconds(31));
    Answer again = web.token(codeForm(code), "Authorization", basic);
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
        exchange(Provider.present(TestClient.query(Provider.location(back)).get("code"))).status());
  }

  @Test
  @Spec("OpenID Connect Core §5.3.1")
  void userinfoIsAskedInThreeWays() {
    String token = exchange(code("scope", "openid", "prompt", "")).text("access_token");
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
    Answer tokens = exchange(code("scope", "openid offline_access", "prompt", "consent"));
    TestClient other = provider.application("Traditional");
    Map<String, String> form =
        Map.of("grant_type", "refresh_token", "refresh_token", tokens.text("refresh_token"));
    assertEquals("invalid_grant", other.token(form, "Authorization", basic(other)).error());
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

  private String code(String... changes) {
    return provider.code(user, provider.browser(), web, changes);
  }

  private Answer exchange(String code) {
    Answer answer = web.token(codeForm(code), "Authorization", basic);
    assertEquals(200, answer.status(), answer.json().toString());
    return answer;
  }

  private static Map<String, String> codeForm(String code) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        code,
        "code_verifier",
        TestClient.VERIFIER,
        "redirect_uri",
        Provider.CALLBACK);
  }

  private String basic(TestClient client) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(
                (client.id + ":" + provider.secretOf(client))
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private TestClient strict(TestClient client) {
    assertEquals(
        200,
        provider
            .api()
            .put("/api/applications/" + client.id + "/strict-oidc", "{\"enabled\":true}")
            .status());
    return client;
  }

  private void describe(String id) {
    String digits = String.valueOf(System.nanoTime()).replaceAll("^.*(.{9})$", "$1");
    var named =
        provider
            .api()
            .patch(
                "/api/users/" + id,
                """
                {"name": "Ann Lee", "avatar": "https://rp.example/ann.png",
                 "primaryEmail": "%s@example.com", "primaryPhone": "15%s"}
                """
                    .formatted(id, digits));
    assertEquals(200, named.status(), named.text());
    var described =
        provider
            .api()
            .patch(
                "/api/users/" + id + "/profile",
                """
                {"profile": {"familyName": "Lee", "givenName": "Ann", "middleName": "B", "nickname": "ann",
                 "preferredUsername": "annlee", "profile": "https://rp.example/ann", "website": "https://ann.example",
                 "gender": "female", "birthdate": "1990-01-01", "zoneinfo": "Europe/Paris", "locale": "fr-FR",
                 "address": {"formatted": "Lee Road 5, Paris", "streetAddress": "Lee Road 5", "locality": "Paris"}}}
                """);
    assertEquals(200, described.status(), described.text());
  }
}
