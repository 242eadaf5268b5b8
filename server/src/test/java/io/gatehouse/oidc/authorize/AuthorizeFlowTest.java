package io.gatehouse.oidc.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The authorization endpoint, as a browser sees it. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AuthorizeFlowTest {
  @Inject Provider provider;
  @Inject ServerClock clock;
  @Inject Db db;

  private TestClient spa;
  private String user;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("RFC 6749 §4.1")
  void aPersonSignsInAndTheClientGetsTokensWithoutAConsentPage() {
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> asked = browser.get(spa.authorizationUrl());
    assertEquals(303, asked.statusCode());
    assertEquals("/sign-in?app_id=" + spa.id, Provider.location(asked));
    HttpResponse<String> back = browser.get(provider.signedIn().byPage(browser, spa.id, user));
    assertEquals(303, back.statusCode(), back.body());
    Map<String, String> answer = TestClient.query(Provider.location(back));
    assertEquals("st4te", answer.get("state"));
    assertEquals("http://localhost:3001/oidc", answer.get("iss"));

    Answer tokens = spa.exchange(Provider.present(answer.get("code")));
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
    EmulatedBrowser browser = provider.browser();
    browser.get(spa.authorizationUrl());
    HttpResponse<String> resumed =
        browser.get(provider.signedIn().byCustomPage(browser, spa.id, user));
    assertEquals("/consent?app_id=" + spa.id, Provider.location(resumed));
    String next = provider.signedIn().finish(browser, spa.id, InteractionResult.consent(List.of()));
    assertTrue(TestClient.query(Provider.location(browser.get(next))).containsKey("code"));
  }

  @Test
  void anotherApplicationGetsItsCodeWithoutASecondSignIn() {
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    TestClient other = provider.application("SPA");
    HttpResponse<String> back = browser.get(other.authorizationUrl());
    assertEquals(
        200,
        other
            .exchange(Provider.present(TestClient.query(Provider.location(back)).get("code")))
            .status());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void promptLoginAndMaxAgeAskAgainAndTellTheTime() {
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    assertEquals(
        "/sign-in?app_id=" + spa.id,
        Provider.location(browser.get(spa.authorizationUrl("prompt", "login consent"))));
    assertEquals(
        "/sign-in?app_id=" + spa.id,
        Provider.location(browser.get(spa.authorizationUrl("max_age", "0"))));
    clock.pass(Duration.ofSeconds(20));
    assertEquals(
        "/sign-in?app_id=" + spa.id,
        Provider.location(browser.get(spa.authorizationUrl("max_age", "10"))));
    HttpResponse<String> fresh = browser.get(provider.signedIn().byPage(browser, spa.id, user));
    JsonNode claims =
        TestClient.payload(
            spa.exchange(Provider.present(TestClient.query(Provider.location(fresh)).get("code")))
                .text("id_token"));
    assertTrue(claims.has("auth_time"));
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.6")
  void promptNoneNeverShowsAPage() {
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> stranger = browser.get(spa.authorizationUrl("prompt", "none"));
    assertEquals("login_required", TestClient.query(Provider.location(stranger)).get("error"));
    provider.code(user, browser, spa);
    HttpResponse<String> known =
        browser.get(spa.authorizationUrl("prompt", "none", "scope", "openid profile"));
    assertTrue(
        TestClient.query(Provider.location(known)).containsKey("code"), Provider.location(known));
  }

  @Test
  void theSessionOfASuspendedPersonIsNone() {
    EmulatedBrowser browser = provider.browser();
    Answer tokens = spa.exchange(provider.code(user, browser, spa));
    db.update(
        TenantId.DEFAULT,
        "update users set is_suspended = true where tenant_id = 'default' and id = ?",
        user);
    assertEquals("invalid_grant", spa.refresh(tokens.text("refresh_token")).error());
    assertNotEquals(200, spa.userinfo(tokens.text("access_token")).status());
    assertEquals(
        "/sign-in?app_id=" + spa.id, Provider.location(browser.get(spa.authorizationUrl())));
  }

  @Test
  void aLinkAloneResumesNoSignIn() {
    EmulatedBrowser attacker = provider.browser();
    attacker.get(spa.authorizationUrl());
    String link = provider.signedIn().byPage(attacker, spa.id, user);
    HttpResponse<String> victim = provider.browser().get(link);
    assertEquals("/unknown-session", Provider.location(victim));
  }

  @Test
  @Spec("RFC 6749 §3.1.2.4")
  @Spec("RFC 9700 §4.1.3")
  void anUnregisteredRedirectUriIsNeverGoneTo() {
    EmulatedBrowser browser = provider.browser();
    for (String uri :
        List.of(
            "https://evil.example/",
            Provider.CALLBACK + "/../x",
            Provider.CALLBACK + "?a=b",
            "http://localhost:3000")) {
      HttpResponse<String> refused = browser.get(spa.authorizationUrl("redirect_uri", uri));
      assertEquals(400, refused.statusCode(), uri);
      assertTrue(refused.headers().firstValue("location").isEmpty());
    }
  }

  @Test
  @Spec("RFC 6749 §4.1.2.1")
  void otherErrorsGoBackToTheClientWithItsState() {
    EmulatedBrowser browser = provider.browser();
    provider.assertError(
        spa, browser, "invalid_request", "code_challenge", "", "code_challenge_method", "");
    provider.assertError(spa, browser, "invalid_request", "code_challenge_method", "plain");
    provider.assertError(spa, browser, "unsupported_response_type", "response_type", "token");
    provider.assertError(spa, browser, "invalid_request", "prompt", "none login");
    provider.assertError(spa, browser, "invalid_target", "resource", "https://unknown.example");
    provider.assertError(spa, browser, "request_not_supported", "request", "eyJ");
    provider.assertError(spa, browser, "invalid_request", "max_age", "soon");
    provider.assertError(spa, browser, "invalid_request", "id_token_hint", "nonsense");
  }

  @Test
  @Spec("RFC 6749 §3.1")
  void aRepeatedParameterAndAnUnknownClientAreRefusedHere() {
    EmulatedBrowser browser = provider.browser();
    assertEquals(400, browser.get(spa.authorizationUrl() + "&state=two").statusCode());
    assertEquals(400, browser.get(spa.authorizationUrl("client_id", "nobody")).statusCode());
  }

  @Test
  void theAnswerTravelsAsAskedFor() {
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    assertTrue(
        Provider.location(browser.get(spa.authorizationUrl("response_mode", "fragment")))
            .startsWith(Provider.CALLBACK + "#code="));
    HttpResponse<String> posted = browser.get(spa.authorizationUrl("response_mode", "form_post"));
    assertEquals(200, posted.statusCode());
    assertTrue(posted.body().contains("action=\"" + Provider.CALLBACK + "\""), posted.body());
    assertFalse(
        posted
            .headers()
            .firstValue("content-security-policy")
            .orElse("form-action")
            .contains("form-action"));
  }
}
