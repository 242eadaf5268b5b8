package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2")
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
}
