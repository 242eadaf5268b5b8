package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Authorization requests that clients push. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PushedRequestFlowTest {
  @Inject Provider provider;
  @Inject ServerClock clock;

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
  @Spec("RFC 9126 §2.2")
  @Spec("RFC 9126 §4")
  void aPushedRequestIsAnsweredWithACodeByItsNameAlone() {
    Answer pushed = push(Map.of());
    assertEquals(201, pushed.status(), pushed.json().toString());
    assertEquals(60, pushed.json().get("expires_in").asInt());
    String name = pushed.text("request_uri");
    assertTrue(name.startsWith("urn:ietf:params:oauth:request_uri:"), name);
    EmulatedBrowser browser = provider.browser();
    // Only what was pushed counts.
    HttpResponse<String> asked = browser.get(url(spa, name) + "&state=forged&scope=openid");
    assertEquals("/sign-in?app_id=" + spa.id, Provider.location(asked));
    HttpResponse<String> back = browser.get(provider.signedIn().byPage(browser, spa.id, user));
    Map<String, String> answer = TestClient.query(Provider.location(back));
    assertEquals("st4te", answer.get("state"));
    Answer tokens = spa.exchange(Provider.present(answer.get("code")));
    assertEquals("openid offline_access profile", tokens.text("scope"));
  }

  @Test
  @Spec("RFC 9126 §7.3")
  @Spec("FAPI 2.0 Security Profile §5.3.2.2")
  void aNameIsGoodForOneAnswerHoweverOftenItsPageIsLoaded() throws Exception {
    String name = push(Map.of()).text("request_uri");
    for (int i = 0; i < 2; i++) {
      assertEquals(303, provider.browser().get(url(spa, name)).statusCode());
    }
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    List<String> answers =
        Provider.atOnce(16, () -> Provider.location(browser.get(url(spa, name))));
    assertEquals(1, answers.stream().filter(answer -> answer.contains("code=")).count());
    assertEquals(400, provider.browser().get(url(spa, name)).statusCode());
  }

  @Test
  @Spec("RFC 9126 §7.3")
  void whoSignsInSlowlyIsAnsweredAndOnce() {
    String name = push(Map.of()).text("request_uri");
    List<EmulatedBrowser> browsers = List.of(provider.browser(), provider.browser());
    browsers.forEach(browser -> browser.get(url(spa, name)));
    clock.pass(Duration.ofMinutes(5));
    List<String> answers =
        browsers.stream()
            .map(
                each -> Provider.location(each.get(provider.signedIn().byPage(each, spa.id, user))))
            .toList();
    assertTrue(answers.getFirst().contains("code="), answers.getFirst());
    assertTrue(answers.getLast().contains("error=invalid_request_uri"), answers.getLast());
  }

  @Test
  @Spec("RFC 9126 §7.3")
  void aNameIsGoodForItsClientAndForAMinute() {
    TestClient other = provider.application("SPA");
    assertEquals(
        400, provider.browser().get(url(other, push(Map.of()).text("request_uri"))).statusCode());
    String late = push(Map.of()).text("request_uri");
    clock.pass(Duration.ofSeconds(61));
    assertEquals(400, provider.browser().get(url(spa, late)).statusCode());
  }

  @Test
  @Spec("RFC 9126 §2.1")
  @Spec("RFC 9126 §2.3")
  void whatTheAuthorizationEndpointWouldRefuseIsRefusedAtOnce() {
    assertEquals(
        "invalid_redirect_uri", push(Map.of("redirect_uri", "https://evil.example")).error());
    assertEquals("invalid_request", push(Map.of("code_challenge", "")).error());
    assertEquals("invalid_target", push(Map.of("resource", "https://unknown.example")).error());
    assertEquals("invalid_request", push(Map.of("request_uri", "urn:x")).error());
    assertEquals("unsupported_response_type", push(Map.of("response_type", "token")).error());
    TestClient web = provider.application("Traditional");
    Answer unproved = web.post("/oidc/request", request(web, Map.of()));
    assertEquals("invalid_client", unproved.error());
    assertEquals(401, unproved.status());
  }

  private Answer push(Map<String, String> changes) {
    return spa.post("/oidc/request", request(spa, changes));
  }

  private static Map<String, String> request(TestClient client, Map<String, String> changes) {
    Map<String, String> form = new HashMap<>(TestClient.query(client.authorizationUrl()));
    form.putAll(changes);
    form.values().removeIf(String::isEmpty);
    return form;
  }

  private static String url(TestClient client, String name) {
    return "/oidc/auth?client_id="
        + client.id
        + "&request_uri="
        + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
