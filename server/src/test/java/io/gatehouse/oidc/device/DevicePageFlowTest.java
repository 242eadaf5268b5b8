package io.gatehouse.oidc.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browser in which somebody connects a device. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DevicePageFlowTest {
  @Inject Provider provider;

  private Television television;

  @BeforeEach
  void prepare() {
    television = new Television(provider, "");
  }

  @Test
  @Spec("RFC 8628 §3.3.1")
  void theCompleteAddressLeadsToTheComparisonAtOnce() {
    Answer codes = television.begin("openid");
    String begun =
        Provider.location(television.browser.get("/device?user_code=" + codes.text("user_code")));
    assertTrue(begun.startsWith("/oidc/device?"), begun);
    String page =
        Television.body(television.browser.get(Provider.location(television.browser.get(begun))));
    assertTrue(page.contains("name=\"confirm\""), page);
    // Without cookies it ends there, and not in circles.
    EmulatedBrowser forgetful = provider.browser();
    assertEquals(400, forgetful.get("/device?begun=yes").statusCode());
    assertEquals(400, forgetful.get("/device/success").statusCode());
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void theDeviceIsToldThatSomebodyDoesNotWantIt() {
    Answer codes = television.begin("openid");
    television.typed(codes.text("user_code"));
    HttpResponse<String> aborted =
        television.post(Map.of("user_code", codes.text("user_code"), "abort", "yes"));
    assertEquals("/device?error=AbortedError", Provider.location(aborted));
    assertTrue(
        Television.body(television.browser.get("/device?error=AbortedError"), 400)
            .contains("not connected"));
    assertEquals("access_denied", television.poll(codes.text("device_code")).error());
    assertTrue(
        Provider.location(television.sent(codes.text("user_code"))).contains("AlreadyUsedError"));
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void consentCanBeDeniedToApplicationsOfOthers() {
    television = new Television(provider, ", \"isThirdParty\": true");
    Answer codes = television.begin("openid");
    television.typed(codes.text("user_code"));
    String url = Provider.location(television.confirm(codes.text("user_code")));
    assertEquals(
        "/sign-in?app_id=" + television.client.id, Provider.location(television.browser.get(url)));
    String consent =
        Provider.location(
            television.browser.get(
                provider
                    .signedIn()
                    .byPage(television.browser, television.client.id, television.user)));
    assertTrue(consent.startsWith("/consent"), consent);
    String back =
        provider
            .signedIn()
            .finish(
                television.browser, television.client.id, InteractionResult.error("access_denied"));
    String done = Provider.location(television.browser.get(back));
    assertEquals(
        "/device?error=AbortedError",
        Provider.location(television.browser.get(Television.path(done))));
    assertEquals("access_denied", television.poll(codes.text("device_code")).error());
  }

  @Test
  void aCodeThatNoDeviceShowsIsSaidToBeOne() {
    for (Map.Entry<String, String> wrong :
        Map.of("", "NoCodeError", "BBBB-BBBB", "NotFoundError", "nonsense", "NotFoundError")
            .entrySet()) {
      String location = Provider.location(television.sent(wrong.getKey()));
      assertTrue(location.contains("error=" + wrong.getValue()), location);
      String page = Television.body(television.browser.get(location), 400);
      assertTrue(page.contains("user_code-error"), page);
    }
  }

  @Test
  void aFormMustComeFromThisBrowsersPage() {
    Answer codes = television.begin("openid");
    television.typed(codes.text("user_code"));
    HttpResponse<String> forged =
        television.browser.post(
            "/oidc/device",
            Map.of("user_code", codes.text("user_code"), "confirm", "yes", "xsrf", "guessed"));
    assertTrue(Provider.location(forged).contains("error=InvalidRequest"));
    HttpResponse<String> bare =
        provider
            .browser()
            .post("/oidc/device", Map.of("user_code", codes.text("user_code"), "confirm", "yes"));
    assertTrue(Provider.location(bare).contains("error=InvalidRequest"));
  }

  @Test
  void onlyTheBrowserThatComparedTheCodeConnectsTheDevice() {
    Answer codes = television.begin("openid");
    // Somebody is lured to the end of the flow, past the comparison.
    String url =
        television.client.authorizationUrl(
            "redirect_uri",
            "http://localhost:3001/oidc/device/done",
            "state",
            codes.text("user_code"));
    EmulatedBrowser lured = provider.browser();
    lured.get("/oidc/device");
    lured.get(url);
    String done =
        Provider.location(
            lured.get(provider.signedIn().byPage(lured, television.client.id, television.user)));
    assertTrue(done.startsWith("http://localhost:3001/oidc/device/done?code="), done);
    assertTrue(Provider.location(lured.get(Television.path(done))).contains("error="));
    assertEquals("authorization_pending", television.poll(codes.text("device_code")).error());
    // Nor does the code help anybody else.
    String code = Provider.present(TestClient.query(done).get("code"));
    assertEquals("invalid_request", television.client.exchange(code).error());
  }

  @Test
  void theDemoPlaysADevice() {
    String page = Television.body(television.browser.get("/device-demo-app"));
    assertTrue(page.contains("/oidc/device/auth") && page.contains("id=\"start\""), page);
    Answer codes = television.ask("device-demo-app", Map.of("scope", "openid profile"));
    assertEquals(200, codes.status(), codes.json().toString());
  }
}
