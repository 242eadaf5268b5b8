package io.gatehouse.oidc.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-out at the request of an application. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class LogoutFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String user;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
  }

  /** The convention of many clients; others are asked, as {@code ByTheLetterFlowTest} shows. */
  @Test
  void signingOutWithoutAHintReturnsToTheRegisteredUriAndEndsTheSession() {
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    HttpResponse<String> back = provider.signOut(browser, spa);
    assertEquals(303, back.statusCode());
    assertEquals("http://localhost:3000/?state=bye", Provider.location(back));
    assertEquals(
        "/sign-in?app_id=" + spa.id, Provider.location(browser.get(spa.authorizationUrl())));
  }

  @Test
  void anotherBrowsersFormSignsNobodyOut() {
    EmulatedBrowser attacker = provider.browser();
    provider.code(user, attacker, spa);
    String xsrf = Provider.xsrf(attacker.get(Provider.signOutUrl(spa)));
    EmulatedBrowser victim = provider.browser();
    provider.code(user, victim, spa);
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
    EmulatedBrowser browser = provider.browser();
    String url =
        "/oidc/session/end?client_id="
            + spa.id
            + "&post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F";
    HttpResponse<String> refused = browser.get(url);
    assertEquals(400, refused.statusCode());
    assertTrue(refused.headers().firstValue("location").isEmpty());
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2")
  void aLongAndOddStateComesBackAsItWas() {
    EmulatedBrowser browser = provider.browser();
    String hint = idToken(browser);
    String state = "~!@#$%^&*()_+-=[]{}|;:'\",./<>? ".repeat(5).substring(0, 128);
    HttpResponse<String> page =
        browser.get(
            "/oidc/session/end?"
                + TestClient.form(
                    Map.of(
                        "id_token_hint", hint,
                        "post_logout_redirect_uri", "http://localhost:3000/",
                        "state", state)));
    assertFalse(page.body().contains("name=\"stay\""), "nobody is asked where a hint proves it");
    assertEquals(state, TestClient.query(Provider.location(agree(browser, page))).get("state"));
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2")
  void withoutAnAddressThePageSaysThatItIsDone() {
    for (String query : new String[] {"", "?state=only", "?id_token_hint="}) {
      EmulatedBrowser browser = provider.browser();
      String hint = idToken(browser);
      String url = "/oidc/session/end" + (query.endsWith("=") ? query + hint : query);
      String done = Provider.location(agree(browser, browser.get(url)));
      assertTrue(done.startsWith("/oidc/session/end/success"), url + " " + done);
      assertTrue(browser.get(done).body().contains("signed out"), url);
      assertEquals("", browser.cookie("_session"));
    }
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §4")
  void aHintThatIsNotOursOrChangedNeverRedirectsUnasked() {
    for (String kind : new String[] {"changed", "nonsense", "unsigned", "another"}) {
      EmulatedBrowser browser = provider.browser();
      String hint = idToken(browser);
      String wrong =
          switch (kind) {
            case "changed" -> hint.substring(0, hint.length() - 6) + "AAAAAA";
            case "another" -> anothersIdToken();
            case "unsigned" -> "eyJhbGciOiJub25lIn0." + hint.split("\\.")[1] + ".";
            default -> "nonsense";
          };
      HttpResponse<String> page =
          browser.get(
              "/oidc/session/end?"
                  + TestClient.form(
                      Map.of(
                          "id_token_hint",
                          wrong,
                          "post_logout_redirect_uri",
                          "http://localhost:3000/")));
      assertTrue(page.headers().firstValue("location").isEmpty(), kind);
      assertTrue(page.body().contains("name=\"stay\""), kind);
      assertFalse(browser.cookie("_session").isEmpty(), kind);
    }
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §3")
  void aQueryAddedToTheAddressMakesItAnother() {
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> refused =
        browser.get(
            "/oidc/session/end?"
                + TestClient.form(
                    Map.of(
                        "id_token_hint",
                        idToken(browser),
                        "post_logout_redirect_uri",
                        "http://localhost:3000/?foo=bar")));
    assertEquals(400, refused.statusCode());
    assertTrue(refused.headers().firstValue("location").isEmpty());
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2")
  void aHintOfAnotherApplicationDoesNotFit() {
    EmulatedBrowser browser = provider.browser();
    String url =
        "/oidc/session/end?"
            + TestClient.form(
                Map.of(
                    "id_token_hint",
                    idToken(browser),
                    "client_id",
                    provider.application("SPA").id,
                    "post_logout_redirect_uri",
                    "http://localhost:3000/"));
    assertEquals(400, browser.get(url).statusCode());
    assertFalse(browser.cookie("_session").isEmpty());
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §3")
  void withoutAStateNoneComesBackAndNobodyIsSignedInAnyMore() {
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> page =
        browser.get(
            "/oidc/session/end?"
                + TestClient.form(
                    Map.of(
                        "id_token_hint",
                        idToken(browser),
                        "post_logout_redirect_uri",
                        "http://localhost:3000/")));
    assertEquals("http://localhost:3000/", Provider.location(agree(browser, page)));
    provider.assertError(spa, browser, "login_required", "prompt", "none");
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2.1")
  void discoveryTellsWhere() {
    String address =
        provider
            .api()
            .get("/oidc/.well-known/openid-configuration")
            .json()
            .path("end_session_endpoint")
            .asText();
    assertEquals("http://localhost:3001/oidc/session/end", address);
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2")
  void theRequestMayBePosted() {
    EmulatedBrowser browser = provider.browser();
    HttpResponse<String> page =
        browser.post("/oidc/session/end", Map.of("id_token_hint", idToken(browser)));
    assertEquals(303, agree(browser, page).statusCode());
    assertEquals("", browser.cookie("_session"));
  }

  private String idToken(EmulatedBrowser browser) {
    return spa.exchange(provider.code(user, browser, spa)).text("id_token");
  }

  private String anothersIdToken() {
    String other = provider.person();
    return spa.exchange(provider.code(other, provider.browser(), spa)).text("id_token");
  }

  private static HttpResponse<String> agree(EmulatedBrowser browser, HttpResponse<String> page) {
    return browser.post(
        "/oidc/session/end/confirm", Map.of("xsrf", Provider.xsrf(page), "logout", "yes"));
  }
}
