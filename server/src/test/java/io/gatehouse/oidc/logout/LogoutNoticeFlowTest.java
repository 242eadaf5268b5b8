package io.gatehouse.oidc.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How applications hear that a session is over. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class LogoutNoticeFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String user;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.4")
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void anApplicationIsToldBeforeTheBrowserMovesOn() {
    try (HookReceiver receiver = new HookReceiver()) {
      TestClient told = listening(receiver, true);
      agree(told, "{\"idTokenSignedResponseAlg\":\"RS256\"}");
      TestClient alsoTold = listening(receiver, false);
      EmulatedBrowser browser = provider.browser();
      Answer tokens = told.exchange(provider.code(user, browser, told));
      provider.code(user, browser, alsoTold);
      JsonNode idToken = TestClient.payload(tokens.text("id_token"));
      assertTrue(idToken.has("sid"), idToken.toString());
      assertEquals(303, provider.signOut(browser, spa).statusCode());

      assertEquals(2, receiver.received().size());
      String token = logoutToken(receiver, told);
      assertEquals("logout+jwt", TestClient.header(token).path("typ").asText());
      // "the same keys are used to sign … ID Tokens sent to the RP"
      provider.assertSigned(token, "RS256");
      JsonNode claims = TestClient.payload(token);
      assertEquals("http://localhost:3001/oidc", claims.path("iss").asText());
      assertEquals(user, claims.path("sub").asText());
      assertEquals(idToken.get("sid"), claims.get("sid"));
      assertEquals(120, claims.path("exp").asLong() - claims.path("iat").asLong());
      assertTrue(
          claims
              .path("events")
              .path("http://schemas.openid.net/event/backchannel-logout")
              .isObject());
      assertFalse(claims.has("nonce") || claims.path("jti").asText().isEmpty());
      assertFalse(TestClient.payload(logoutToken(receiver, alsoTold)).has("sid"));
    }
  }

  @Test
  void anApplicationThatDoesNotAnswerHoldsNobodyUp() {
    String gone =
        ", \"oidcClientMetadata\": {\"redirectUris\": [\"%s\"], \"postLogoutRedirectUris\": [], \"backchannelLogoutUri\": \"http://127.0.0.1:9/out\"}"
            .formatted(Provider.CALLBACK);
    TestClient silent = provider.application("SPA", gone);
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, silent);
    assertEquals(303, provider.signOut(browser, spa).statusCode());
    assertEquals("", browser.cookie("_session"));
  }

  @Test
  @Spec("OpenID Connect Front-Channel Logout §3")
  void theBrowserLoadsAFrameOfEachApplicationThatWantsIt() {
    TestClient framed = provider.application("SPA");
    agree(
        framed,
        "{\"frontchannelLogoutUri\":\"https://rp.example:8443/out?a=b\",\"frontchannelLogoutSessionRequired\":true}");
    TestClient plain = provider.application("SPA");
    agree(plain, "{\"frontchannelLogoutUri\":\"https://other.example/out\"}");
    EmulatedBrowser browser = provider.browser();
    String idToken = framed.exchange(provider.code(user, browser, framed)).text("id_token");
    String sid = TestClient.payload(idToken).path("sid").asText();
    assertFalse(sid.isEmpty(), "an application that is told the session knows it");
    provider.code(user, browser, plain);
    HttpResponse<String> page = provider.signOut(browser, spa);
    assertEquals(200, page.statusCode());
    String html = page.body();
    assertTrue(
        html.contains(
            "src=\"https://rp.example:8443/out?a=b&amp;iss=http%3A%2F%2Flocalhost%3A3001%2Foidc&amp;sid="
                + sid
                + "\""),
        html);
    assertTrue(html.contains("src=\"https://other.example/out\""), html);
    assertTrue(html.contains("href=\"http://localhost:3000/?state=bye\""), html);
    String policy = page.headers().firstValue("content-security-policy").orElse("");
    assertTrue(
        policy.endsWith("frame-src https://rp.example:8443 https://other.example")
            || policy.endsWith("frame-src https://other.example https://rp.example:8443"),
        policy);
  }

  @Test
  void whatIsAgreedOnIsCheckedAndTold() {
    String path = "/api/applications/" + spa.id + "/protocol";
    assertEquals("{}", provider.api().get(path).text());
    agree(spa, "{\"frontchannelLogoutUri\":\"https://rp.example/out\"}");
    assertEquals(
        "{\"frontchannelLogoutUri\":\"https://rp.example/out\"}", provider.api().get(path).text());
    for (String uri : new String[] {"javascript:alert(1)", "https://rp.example/#x", "nowhere"}) {
      assertEquals(
          400,
          provider.api().put(path, "{\"frontchannelLogoutUri\":\"" + uri + "\"}").status(),
          uri);
    }
    assertEquals(404, provider.api().get("/api/applications/nothing/protocol").status());
    assertEquals(404, provider.api().put("/api/applications/demo-app/protocol", "{}").status());
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.1")
  @Spec("OpenID Connect Front-Channel Logout §2")
  @Spec("OpenID Connect Session Management §3.3")
  void discoveryNamesTheWaysToHearOfIt() {
    JsonNode metadata = provider.api().get("/oidc/.well-known/openid-configuration").json();
    for (String way : new String[] {"backchannel", "frontchannel"}) {
      assertTrue(metadata.path(way + "_logout_supported").asBoolean(), way);
      assertTrue(metadata.path(way + "_logout_session_supported").asBoolean(), way);
    }
    assertEquals(
        "http://localhost:3001/oidc/session/check", metadata.path("check_session_iframe").asText());
  }

  @Test
  @Spec("OpenID Connect Session Management §2")
  @Spec("OpenID Connect Session Management §3.2")
  void anApplicationsPageFindsOutThatTheSignInIsOver() {
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    String usual = Provider.location(browser.get(spa.authorizationUrl()));
    assertFalse(TestClient.query(usual).containsKey("session_state"), usual);
    provider.api().put("/api/applications/" + spa.id + "/strict-oidc", "{\"enabled\":true}");
    String location = Provider.location(browser.get(spa.authorizationUrl()));
    String state = Provider.present(TestClient.query(location).get("session_state"));
    assertFalse(state.contains(" "));
    HttpResponse<String> frame = browser.get("/oidc/session/check");
    assertTrue(frame.body().contains("addEventListener('message'"), frame.body());
    assertTrue(
        frame
            .headers()
            .firstValue("content-security-policy")
            .orElse("")
            .endsWith("frame-ancestors *"));
    assertTrue(frame.headers().firstValue("x-frame-options").isEmpty());

    assertEquals("unchanged", ask(browser, spa.id, "http://localhost:3000", state));
    assertEquals("changed", ask(browser, spa.id, "http://evil.example", state));
    assertEquals("changed", ask(browser, "another", "http://localhost:3000", state));
    assertEquals("error", ask(browser, "", "http://localhost:3000", state));
    assertEquals("changed", ask(provider.browser(), spa.id, "http://localhost:3000", state));
    provider.signOut(browser, spa);
    assertEquals("changed", ask(browser, spa.id, "http://localhost:3000", state));
  }

  private static String ask(EmulatedBrowser browser, String client, String origin, String state) {
    return browser
        .post(
            "/oidc/session/check",
            Map.of("client_id", client, "origin", origin, "session_state", state))
        .body();
  }

  private void agree(TestClient client, String settings) {
    var answer = provider.api().put("/api/applications/" + client.id + "/protocol", settings);
    assertEquals(200, answer.status(), answer.text());
  }

  private TestClient listening(HookReceiver receiver, boolean session) {
    TestClient client = provider.application("SPA");
    var answer =
        provider
            .api()
            .patch(
                "/api/applications/" + client.id,
                """
                {"oidcClientMetadata": {"redirectUris": ["%s"], "postLogoutRedirectUris": [],
                  "backchannelLogoutUri": "%s/%s", "backchannelLogoutSessionRequired": %s}}
                """
                    .formatted(Provider.CALLBACK, receiver.url(), client.id, session));
    assertEquals(200, answer.status(), answer.text());
    return client;
  }

  private static String logoutToken(HookReceiver receiver, TestClient client) {
    HookReceiver.Received call = receiver.await(each -> each.path().endsWith(client.id));
    assertEquals("application/x-www-form-urlencoded", call.header("content-type"));
    String token = Provider.present(TestClient.query(call.body()).get("logout_token"));
    assertEquals(client.id, TestClient.payload(token).path("aud").asText());
    return token;
  }
}
