package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ProviderFlowTest {
  private static final String CALLBACK = "http://localhost:3000/callback";

  @Inject ApiClients clients;
  @Inject SignedIn signedIn;
  @Inject ServerClock clock;
  @Inject People people;
  @Inject Db db;

  private final URI base =
      URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
  private ApiClient api;
  private TestClient spa;
  private String user;

  @BeforeEach
  void prepare() {
    api = clients.management();
    spa = application("SPA", "");
    user = newUser();
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  // --- the code flow -----------------------------------------------------------------------------

  @Test
  @Spec("RFC 6749 §4.1")
  void aPersonSignsInAndTheClientGetsTokensWithoutAConsentPage() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    HttpResponse<String> asked = browser.get(spa.authorizationUrl());
    assertEquals(303, asked.statusCode());
    assertEquals("/sign-in?app_id=" + spa.id, location(asked));
    HttpResponse<String> back = browser.get(signedIn.byPage(browser, spa.id, user));
    assertEquals(303, back.statusCode(), back.body());
    Map<String, String> answer = TestClient.query(location(back));
    assertEquals("st4te", answer.get("state"));
    assertEquals("http://localhost:3001/oidc", answer.get("iss"));

    Answer tokens = spa.exchange(present(answer.get("code")));
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals("no-store", tokens.response().headers().firstValue("Cache-Control").orElse(""));
    assertEquals(43, tokens.text("access_token").length());
    assertEquals(43, tokens.text("refresh_token").length());
    assertEquals("openid offline_access profile", tokens.text("scope"));
    assertEquals("Bearer", tokens.text("token_type"));
    assertEquals(3600, tokens.json().get("expires_in").asInt());
    JsonNode claims = TestClient.payload(tokens.text("id_token"));
    assertEquals(user, claims.get("sub").asText());
    assertTrue(claims.get("aud").isTextual());
    assertTrue(claims.get("name").isNull());
    assertNull(TestClient.header(tokens.text("id_token")).get("typ"));
    assertEquals(user, spa.userinfo(tokens.text("access_token")).text("sub"));
  }

  @Test
  void aCustomPageIsSentOverTheConsentHop() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    browser.get(spa.authorizationUrl());
    HttpResponse<String> resumed = browser.get(signedIn.byCustomPage(browser, spa.id, user));
    assertEquals("/consent?app_id=" + spa.id, location(resumed));
    String next = signedIn.finish(browser, spa.id, InteractionResult.consent(List.of()));
    assertTrue(TestClient.query(location(browser.get(next))).containsKey("code"));
  }

  @Test
  void anotherApplicationGetsItsCodeWithoutASecondSignIn() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    code(browser, spa);
    TestClient other = application("SPA", "");
    HttpResponse<String> back = browser.get(other.authorizationUrl());
    assertEquals(
        200, other.exchange(present(TestClient.query(location(back)).get("code"))).status());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void promptLoginAndMaxAgeAskAgainAndTellTheTime() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    code(browser, spa);
    assertEquals(
        "/sign-in?app_id=" + spa.id,
        location(browser.get(spa.authorizationUrl("prompt", "login consent"))));
    clock.pass(Duration.ofSeconds(20));
    assertEquals(
        "/sign-in?app_id=" + spa.id, location(browser.get(spa.authorizationUrl("max_age", "10"))));
    HttpResponse<String> fresh = browser.get(signedIn.byPage(browser, spa.id, user));
    JsonNode claims =
        TestClient.payload(
            spa.exchange(present(TestClient.query(location(fresh)).get("code"))).text("id_token"));
    assertTrue(claims.has("auth_time"));
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.6")
  void promptNoneNeverShowsAPage() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    HttpResponse<String> stranger = browser.get(spa.authorizationUrl("prompt", "none"));
    assertEquals("login_required", TestClient.query(location(stranger)).get("error"));
    code(browser, spa);
    HttpResponse<String> known =
        browser.get(spa.authorizationUrl("prompt", "none", "scope", "openid profile"));
    assertTrue(TestClient.query(location(known)).containsKey("code"), location(known));
  }

  @Test
  void theSessionOfASuspendedPersonIsNone() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    Answer tokens = spa.exchange(code(browser, spa));
    db.update(
        TenantId.DEFAULT,
        "update users set is_suspended = true where tenant_id = 'default' and id = ?",
        user);
    assertEquals("invalid_grant", spa.refresh(tokens.text("refresh_token")).error());
    assertNotEquals(200, spa.userinfo(tokens.text("access_token")).status());
    assertEquals("/sign-in?app_id=" + spa.id, location(browser.get(spa.authorizationUrl())));
  }

  @Test
  void aLinkAloneResumesNoSignIn() {
    EmulatedBrowser attacker = new EmulatedBrowser(base);
    attacker.get(spa.authorizationUrl());
    String link = signedIn.byPage(attacker, spa.id, user);
    HttpResponse<String> victim = new EmulatedBrowser(base).get(link);
    assertEquals("/unknown-session", location(victim));
  }

  // --- refusals ----------------------------------------------------------------------------------

  @Test
  @Spec("RFC 6749 §3.1.2.4")
  @Spec("RFC 9700 §4.1.3")
  void anUnregisteredRedirectUriIsNeverGoneTo() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    for (String uri :
        List.of(
            "https://evil.example/",
            CALLBACK + "/../x",
            CALLBACK + "?a=b",
            "http://localhost:3000")) {
      HttpResponse<String> refused = browser.get(spa.authorizationUrl("redirect_uri", uri));
      assertEquals(400, refused.statusCode(), uri);
      assertTrue(refused.headers().firstValue("location").isEmpty());
    }
  }

  @Test
  @Spec("RFC 6749 §4.1.2.1")
  void otherErrorsGoBackToTheClientWithItsState() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    assertError(browser, "invalid_request", "code_challenge", "", "code_challenge_method", "");
    assertError(browser, "invalid_request", "code_challenge_method", "plain");
    assertError(browser, "unsupported_response_type", "response_type", "token");
    assertError(browser, "invalid_request", "prompt", "none login");
    assertError(browser, "invalid_target", "resource", "https://unknown.example");
    assertError(browser, "request_not_supported", "request", "eyJ");
    assertError(browser, "invalid_request", "max_age", "soon");
    assertError(browser, "invalid_request", "id_token_hint", "nonsense");
  }

  @Test
  @Spec("RFC 6749 §3.1")
  void aRepeatedParameterAndAnUnknownClientAreRefusedHere() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    assertEquals(400, browser.get(spa.authorizationUrl() + "&state=two").statusCode());
    assertEquals(400, browser.get(spa.authorizationUrl("client_id", "nobody")).statusCode());
  }

  @Test
  void theAnswerTravelsAsAskedFor() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    code(browser, spa);
    assertTrue(
        location(browser.get(spa.authorizationUrl("response_mode", "fragment")))
            .startsWith(CALLBACK + "#code="));
    HttpResponse<String> posted = browser.get(spa.authorizationUrl("response_mode", "form_post"));
    assertEquals(200, posted.statusCode());
    assertTrue(posted.body().contains("action=\"" + CALLBACK + "\""), posted.body());
    assertFalse(
        posted
            .headers()
            .firstValue("content-security-policy")
            .orElse("form-action")
            .contains("form-action"));
  }

  // --- codes and refresh tokens
  // --------------------------------------------------------------------

  @Test
  @Spec("RFC 6749 §4.1.2")
  void aSecondRedemptionRevokesTheFirst() {
    String code = code(new EmulatedBrowser(base), spa);
    Answer first = spa.exchange(code);
    assertEquals(200, first.status());
    assertEquals("invalid_grant", spa.exchange(code).error());
    assertEquals(401, spa.userinfo(first.text("access_token")).status());
    assertEquals("invalid_grant", spa.refresh(first.text("refresh_token")).error());
  }

  @Test
  @Spec("RFC 6749 §4.1.2")
  void ofSixteenRedemptionsAtOnceOneWins() throws Exception {
    String code = code(new EmulatedBrowser(base), spa);
    List<Answer> answers = atOnce(16, () -> spa.exchange(code));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
  }

  @Test
  @Spec("RFC 6749 §4.1.3")
  @Spec("RFC 7636 §4.6")
  void aCodeIsGoodForItsClientRedirectUriAndVerifierOnlyAndForAMinute() {
    TestClient other = application("SPA", "");
    assertEquals("invalid_grant", other.exchange(code(new EmulatedBrowser(base), spa)).error());
    assertEquals(
        "invalid_grant",
        spa.exchange(code(new EmulatedBrowser(base), spa), "redirect_uri", CALLBACK + "/x")
            .error());
    assertEquals(
        "invalid_grant",
        spa.exchange(code(new EmulatedBrowser(base), spa), "code_verifier", "x".repeat(43))
            .error());
    assertEquals(
        "invalid_grant",
        spa.exchange(code(new EmulatedBrowser(base), spa), "code_verifier", "").error());
    String old = code(new EmulatedBrowser(base), spa);
    clock.pass(Duration.ofSeconds(61));
    assertEquals("invalid_grant", spa.exchange(old).error());
  }

  @Test
  @Spec("RFC 9700 §4.14.2")
  void aPublicClientsRefreshTokenRotatesAndALateReuseRevokesEverything() {
    Answer first = spa.exchange(code(new EmulatedBrowser(base), spa));
    Answer second = spa.refresh(first.text("refresh_token"));
    assertEquals(200, second.status(), second.json().toString());
    assertNotEquals(first.text("refresh_token"), second.text("refresh_token"));
    Answer retried = spa.refresh(first.text("refresh_token"));
    assertEquals(200, retried.status());
    assertNotEquals(second.text("refresh_token"), retried.text("refresh_token"));
    clock.pass(Duration.ofMillis(3_100));
    assertEquals("invalid_grant", spa.refresh(first.text("refresh_token")).error());
    assertEquals("invalid_grant", spa.refresh(second.text("refresh_token")).error());
    assertEquals(401, spa.userinfo(second.text("access_token")).status());
  }

  @Test
  void racingRefreshesAllSucceedWithinTheLeeway() throws Exception {
    Answer first = spa.exchange(code(new EmulatedBrowser(base), spa));
    List<Answer> answers = atOnce(16, () -> spa.refresh(first.text("refresh_token")));
    assertEquals(16, answers.stream().filter(answer -> answer.status() == 200).count());
  }

  @Test
  void aConfidentialClientsRefreshTokenRotatesInTheLastPartOfItsLifeOnly() {
    TestClient web = application("Traditional", "");
    String secret = secretOf(web);
    Answer first = web.exchange(code(new EmulatedBrowser(base), web), "client_secret", secret);
    assertEquals(200, first.status(), first.json().toString());
    Answer early = web.refresh(first.text("refresh_token"), "client_secret", secret);
    assertEquals(first.text("refresh_token"), early.text("refresh_token"));
    clock.pass(Duration.ofDays(10));
    Answer late = web.refresh(first.text("refresh_token"), "client_secret", secret);
    assertNotEquals(first.text("refresh_token"), late.text("refresh_token"));
  }

  @Test
  @Spec("RFC 6749 §6")
  void aRefreshMayNarrowTheScopeButNotWidenIt() {
    Answer first = spa.exchange(code(new EmulatedBrowser(base), spa));
    assertEquals(
        "invalid_scope", spa.refresh(first.text("refresh_token"), "scope", "openid email").error());
    Answer narrowed = spa.refresh(first.text("refresh_token"), "scope", "openid");
    assertEquals("openid", narrowed.text("scope"));
    assertFalse(TestClient.payload(narrowed.text("id_token")).has("username"));
  }

  @Test
  void withoutOfflineAccessTokensEndWithTheSession() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    Answer tokens = spa.exchange(code(browser, spa, "scope", "openid profile"));
    assertEquals("", tokens.text("refresh_token"));
    signOut(browser, spa);
    assertEquals(401, spa.userinfo(tokens.text("access_token")).status());
  }

  // --- API resources
  // ---------------------------------------------------------------------------------

  @Test
  @Spec("RFC 8707 §2")
  @Spec("RFC 9068 §2.2")
  void aTokenForAResourceHoldsWhatWasAskedAndTheRolesAllow() {
    String indicator = "https://api.example/" + user;
    resourceWithRole(indicator, "read", "write");
    TestClient web = application("SPA", "");
    String code =
        code(
            new EmulatedBrowser(base),
            web,
            "resource",
            indicator,
            "scope",
            "openid offline_access read delete");
    Answer tokens = web.exchange(code, "resource", indicator);
    assertEquals(200, tokens.status(), tokens.json().toString());
    JsonNode claims = TestClient.payload(tokens.text("access_token"));
    assertEquals("at+jwt", TestClient.header(tokens.text("access_token")).get("typ").asText());
    assertEquals(indicator, claims.get("aud").asText());
    assertEquals("read", claims.get("scope").asText());
    assertEquals(web.id, claims.get("client_id").asText());
    assertEquals(
        "invalid_target",
        web.refresh(tokens.text("refresh_token"), "resource", "https://other.example").error());
    assertEquals(43, web.refresh(tokens.text("refresh_token")).text("access_token").length());
  }

  @Test
  @Spec("RFC 6749 §4.4")
  void aMachineGetsATokenByItsRoles() {
    TestClient machine = application("MachineToMachine", "");
    String secret = secretOf(machine);
    String basic =
        "Basic "
            + java.util.Base64.getEncoder().encodeToString((machine.id + ":" + secret).getBytes());
    Map<String, String> form =
        Map.of(
            "grant_type",
            "client_credentials",
            "resource",
            "https://default.logto.app/api",
            "scope",
            "all");
    Answer none = machine.token(form, "Authorization", basic);
    assertEquals(200, none.status(), none.json().toString());
    assertFalse(none.json().has("scope"));
    String role = roleNamed("Logto Management API access");
    assertEquals(
        201,
        api.post(
                "/api/roles/" + role + "/applications",
                "{\"applicationIds\":[\"" + machine.id + "\"]}")
            .status());
    Answer all = machine.token(form, "Authorization", basic);
    assertEquals("all", all.text("scope"));
    assertEquals(200, clients.with(all.text("access_token")).get("/api/roles").status());
    assertEquals(
        "invalid_target",
        machine.token(Map.of("grant_type", "client_credentials"), "Authorization", basic).error());
    assertEquals(
        "invalid_request",
        machine.token(Map.of("grant_type", "authorization_code"), "Authorization", basic).error());
  }

  // --- introspection, revocation, sign-out
  // -------------------------------------------------------------

  @Test
  @Spec("RFC 7009 §2.1")
  @Spec("RFC 7662 §2.2")
  void revokingATokenTakesItsGrantBackAndIntrospectionSaysSo() {
    Answer tokens = spa.exchange(code(new EmulatedBrowser(base), spa));
    Map<String, String> form = Map.of("client_id", spa.id, "token", tokens.text("access_token"));
    Answer active = spa.post("/oidc/token/introspection", form);
    assertTrue(active.json().get("active").asBoolean());
    assertEquals(user, active.text("sub"));
    TestClient stranger = application("SPA", "");
    Map<String, String> others =
        Map.of("client_id", stranger.id, "token", tokens.text("access_token"));
    assertFalse(
        stranger.post("/oidc/token/introspection", others).json().get("active").asBoolean());
    assertEquals(200, stranger.post("/oidc/token/revocation", others).status());
    assertEquals(200, spa.userinfo(tokens.text("access_token")).status());
    assertEquals(200, spa.post("/oidc/token/revocation", form).status());
    assertEquals(401, spa.userinfo(tokens.text("access_token")).status());
    assertEquals("invalid_grant", spa.refresh(tokens.text("refresh_token")).error());
    assertEquals(
        "unsupported_token_type",
        spa.post(
                "/oidc/token/revocation",
                Map.of("client_id", spa.id, "token", tokens.text("id_token")))
            .error());
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2")
  void signingOutWithoutAHintReturnsToTheRegisteredUriAndEndsTheSession() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    code(browser, spa);
    HttpResponse<String> back = signOut(browser, spa);
    assertEquals(303, back.statusCode());
    assertEquals("http://localhost:3000/?state=bye", location(back));
    assertEquals("/sign-in?app_id=" + spa.id, location(browser.get(spa.authorizationUrl())));
  }

  @Test
  void anotherBrowsersFormSignsNobodyOut() {
    EmulatedBrowser attacker = new EmulatedBrowser(base);
    code(attacker, spa);
    String xsrf = xsrf(attacker.get(signOutUrl(spa)));
    EmulatedBrowser victim = new EmulatedBrowser(base);
    code(victim, spa);
    assertEquals(
        400,
        victim
            .post("/oidc/session/end/confirm", Map.of("xsrf", xsrf, "logout", "yes"))
            .statusCode());
    assertEquals(
        400,
        victim
            .post("/oidc/session/end/confirm", Map.of("xsrf", "forged", "logout", "yes"))
            .statusCode());
    assertFalse(victim.cookie("_session").isEmpty());
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §3")
  void anUnregisteredPostLogoutUriIsRefused() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    String url =
        "/oidc/session/end?client_id="
            + spa.id
            + "&post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F";
    HttpResponse<String> refused = browser.get(url);
    assertEquals(400, refused.statusCode());
    assertTrue(refused.headers().firstValue("location").isEmpty());
  }

  // --- discovery
  // -----------------------------------------------------------------------------------------

  @Test
  @Spec("OpenID Connect Discovery §4")
  @Spec("RFC 8414 §3")
  void theDocumentIsAtEveryUrlThatClientsTry() {
    EmulatedBrowser browser = new EmulatedBrowser(base);
    String document = browser.get("/oidc/.well-known/openid-configuration").body();
    assertEquals(document, browser.get("/oidc/.well-known/oauth-authorization-server").body());
    assertEquals(document, browser.get("/.well-known/oauth-authorization-server/oidc").body());
    assertFalse(browser.get("/oidc/jwks").body().contains("\"d\""));
    HttpResponse<String> nothing = browser.get("/oidc/nothing");
    assertEquals(404, nothing.statusCode());
    assertTrue(nothing.body().contains("\"oidc.invalid_request\""), nothing.body());
    HttpResponse<String> keys = browser.get("/oidc/jwks");
    assertTrue(keys.headers().firstValue("etag").isPresent());
    assertEquals("nosniff", keys.headers().firstValue("x-content-type-options").orElse(""));
  }

  // --- helpers
  // ---------------------------------------------------------------------------------------------

  private String code(EmulatedBrowser browser, TestClient client, String... changes) {
    HttpResponse<String> asked = browser.get(client.authorizationUrl(changes));
    if (location(asked).startsWith("/sign-in")) {
      asked = browser.get(signedIn.byPage(browser, client.id, user));
    }
    return present(TestClient.query(location(asked)).get("code"));
  }

  private void assertError(EmulatedBrowser browser, String error, String... changes) {
    String location = location(browser.get(spa.authorizationUrl(changes)));
    assertTrue(location.startsWith(CALLBACK), location);
    Map<String, String> answer = TestClient.query(location);
    assertEquals(error, answer.get("error"), location);
    assertEquals("st4te", answer.get("state"));
    assertEquals("http://localhost:3001/oidc", answer.get("iss"));
  }

  private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running = executor.invokeAll(java.util.Collections.nCopies(threads, work));
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }

  private HttpResponse<String> signOut(EmulatedBrowser browser, TestClient client) {
    return browser.post(
        "/oidc/session/end/confirm",
        Map.of("xsrf", xsrf(browser.get(signOutUrl(client))), "logout", "yes"));
  }

  private static String signOutUrl(TestClient client) {
    return "/oidc/session/end?client_id="
        + client.id
        + "&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A3000%2F&state=bye";
  }

  private static String xsrf(HttpResponse<String> page) {
    assertEquals(200, page.statusCode(), page.body());
    var found =
        java.util.regex.Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertTrue(found.find(), page.body());
    return found.group(1);
  }

  private TestClient application(String type, String more) {
    ApiClient.Answer made =
        api.post(
            "/api/applications",
            """
            {"name": "App", "type": "%s", "oidcClientMetadata":
              {"redirectUris": ["%s"], "postLogoutRedirectUris": ["http://localhost:3000/"]}%s}
            """
                .formatted(type, type.equals("MachineToMachine") ? CALLBACK : CALLBACK, more));
    assertEquals(200, made.status(), made.text());
    return new TestClient(base, made.json().get("id").asText(), CALLBACK);
  }

  private String secretOf(TestClient client) {
    return api.get("/api/applications/" + client.id + "/secrets")
        .json()
        .get(0)
        .get("value")
        .asText();
  }

  private String newUser() {
    return people.anybody().id();
  }

  private void resourceWithRole(String indicator, String... scopes) {
    String resource =
        api.post("/api/resources", "{\"name\":\"R\",\"indicator\":\"" + indicator + "\"}")
            .json()
            .get("id")
            .asText();
    List<String> ids = new ArrayList<>();
    for (String scope : scopes) {
      ids.add(
          "\""
              + api.post("/api/resources/" + resource + "/scopes", "{\"name\":\"" + scope + "\"}")
                  .json()
                  .get("id")
                  .asText()
              + "\"");
    }
    ApiClient.Answer role =
        api.post(
            "/api/roles",
            "{\"name\":\"r"
                + user
                + "\",\"description\":\"d\",\"scopeIds\":["
                + String.join(",", ids)
                + "]}");
    assertEquals(200, role.status(), role.text());
    assertEquals(
        201,
        api.post(
                "/api/roles/" + role.json().get("id").asText() + "/users",
                "{\"userIds\":[\"" + user + "\"]}")
            .status());
  }

  private String roleNamed(String name) {
    for (JsonNode role : api.get("/api/roles?page_size=100").json()) {
      if (role.get("name").asText().equals(name)) {
        return role.get("id").asText();
      }
    }
    throw new AssertionError(name);
  }

  private static String present(@Nullable String value) {
    return java.util.Objects.requireNonNull(value);
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("location")
        .orElse(answer.statusCode() + " " + answer.body());
  }
}
