package io.gatehouse.oidc.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the convention of many clients is kinder than the specifications, and who wants which. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ByTheLetterFlowTest {
  private static final String BYE = "http://localhost:3000/";

  @Inject Provider provider;

  private TestClient usual;
  private TestClient strict;
  private String user;

  @BeforeEach
  void prepare() {
    usual = provider.application("SPA");
    strict = strict(provider.application("SPA"));
    user = provider.person();
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  @Spec("RFC 9700 §2.1")
  void anAddressIsComparedLetterByLetter() {
    for (String alike :
        new String[] {"HTTP://localhost:3000/callback", "http://LOCALHOST:3000/callback"}) {
      EmulatedBrowser browser = provider.browser();
      assertEquals(303, browser.get(usual.authorizationUrl("redirect_uri", alike)).statusCode());
      isRefusedHere(browser.get(strict.authorizationUrl("redirect_uri", alike)));
    }
    String pattern = "https://*.app.example/callback";
    String one = "https://one.app.example/callback";
    redirectTo(usual, pattern);
    redirectTo(strict, pattern);
    EmulatedBrowser browser = provider.browser();
    assertEquals(303, browser.get(usual.authorizationUrl("redirect_uri", one)).statusCode());
    isRefusedHere(browser.get(strict.authorizationUrl("redirect_uri", one)));
    redirectTo(strict, one);
    assertEquals(303, browser.get(strict.authorizationUrl("redirect_uri", one)).statusCode());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void anAddressIsNamedEvenWhereThereIsOneOnly() {
    EmulatedBrowser browser = provider.browser();
    assertEquals(303, browser.get(usual.authorizationUrl("redirect_uri", "")).statusCode());
    isRefusedHere(browser.get(strict.authorizationUrl("redirect_uri", "")));
  }

  @Test
  @Spec("RFC 8252 §7.3")
  void aNativeApplicationChoosesItsPortAllTheSame() {
    TestClient phone = strict(provider.application("Native"));
    redirectTo(phone, "http://127.0.0.1/callback");
    EmulatedBrowser browser = provider.browser();
    String here = "http://127.0.0.1:49152/callback";
    assertEquals(303, browser.get(phone.authorizationUrl("redirect_uri", here)).statusCode());
    isRefusedHere(
        browser.get(phone.authorizationUrl("redirect_uri", "http://127.0.0.1:49152/other")));
    redirectTo(strict, "http://127.0.0.1/callback");
    isRefusedHere(browser.get(strict.authorizationUrl("redirect_uri", here)));
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2")
  void whoeverShowsNoHintIsAskedWhetherToSignOut() {
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, strict);
    HttpResponse<String> page = browser.get(Provider.signOutUrl(strict));
    assertTrue(page.body().contains("name=\"stay\""), page.body());
    assertFalse(browser.cookie("_session").isEmpty());
    HttpResponse<String> back =
        browser.post(
            "/oidc/session/end/confirm", Map.of("xsrf", Provider.xsrf(page), "logout", "yes"));
    assertEquals(BYE + "?state=bye", Provider.location(back));
    provider.assertError(strict, browser, "login_required", "prompt", "none");
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §3")
  void anAddressAfterwardsIsComparedLetterByLetterToo() {
    for (TestClient client : new TestClient[] {usual, strict}) {
      EmulatedBrowser browser = provider.browser();
      String hint = client.exchange(provider.code(user, browser, client)).text("id_token");
      HttpResponse<String> page =
          browser.get(
              "/oidc/session/end?"
                  + TestClient.form(
                      Map.of(
                          "id_token_hint",
                          hint,
                          "post_logout_redirect_uri",
                          "HTTP://localhost:3000/")));
      assertEquals(client == usual ? 200 : 400, page.statusCode(), page.body());
    }
  }

  private static void isRefusedHere(HttpResponse<String> answer) {
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("location").isEmpty());
  }

  private void redirectTo(TestClient client, String address) {
    ApiClient.Answer changed =
        provider
            .api()
            .patch(
                "/api/applications/" + client.id,
                "{\"oidcClientMetadata\":{\"redirectUris\":[\"%s\"],\"postLogoutRedirectUris\":[]}}"
                    .formatted(address));
    assertEquals(200, changed.status(), changed.text());
  }

  private TestClient strict(TestClient client) {
    String path = "/api/applications/" + client.id + "/strict-oidc";
    assertEquals(200, provider.api().put(path, "{\"enabled\":true}").status());
    return client;
  }
}
