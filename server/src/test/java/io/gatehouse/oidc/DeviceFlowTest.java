package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.protocol.UserCode;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices without a keyboard, and the browsers that connect them. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DeviceFlowTest {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final String SHAPE =
      "[%s]{4}-[%s]{4}".formatted(UserCode.ALPHABET, UserCode.ALPHABET);

  @Inject Provider provider;
  @Inject ServerClock clock;

  private TestClient television;
  private String user;
  private EmulatedBrowser browser;

  @BeforeEach
  void prepare() {
    television = device("");
    user = provider.person();
    browser = provider.browser();
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("RFC 8628 §3.1")
  @Spec("RFC 8628 §3.2")
  void aDeviceGetsItsCodes() {
    Answer codes = begin("openid offline_access");
    assertTrue(codes.text("device_code").length() >= 43);
    assertTrue(Pattern.matches(SHAPE, codes.text("user_code")), codes.text("user_code"));
    assertEquals("http://localhost:3001/device", codes.text("verification_uri"));
    assertEquals(
        "http://localhost:3001/device?user_code=" + codes.text("user_code"),
        codes.text("verification_uri_complete"));
    assertEquals(600, codes.json().get("expires_in").asInt());
    assertEquals(5, codes.json().get("interval").asInt());
    assertEquals("no-store", codes.response().headers().firstValue("cache-control").orElse(""));
  }

  @Test
  @Spec("RFC 7591 §2")
  void aDeviceThatKeepsToOtherGrantsUsesItNoMore() {
    var kept = "{\"grantTypes\": [\"refresh_token\"]}";
    var answer = provider.api().put("/api/applications/" + television.id + "/protocol", kept);
    assertEquals(200, answer.status(), answer.text());
    assertEquals("unauthorized_client", ask(television.id, Map.of()).error());
  }

  @Test
  @Spec("RFC 8628 §3.1")
  void onlyApplicationsOnDevicesUseIt() {
    TestClient page = provider.application("SPA");
    assertEquals("unauthorized_client", ask(page.id, Map.of()).error());
    assertEquals("invalid_request", poll(page, "x").error());
    assertEquals("invalid_client", ask("nobody", Map.of()).error());
    assertEquals(
        "invalid_target", ask(television.id, Map.of("resource", "https://unknown")).error());
    // Nor may they do what others do.
    assertEquals(400, browser.get(television.authorizationUrl()).statusCode());
    Map<String, String> code =
        Map.of("grant_type", "authorization_code", "client_id", television.id, "code", "x");
    assertEquals("invalid_request", television.token(code).error());
  }

  @Test
  @Spec("RFC 8628 §3.3")
  @Spec("RFC 8628 §3.4")
  @Spec("RFC 8628 §3.5")
  void somebodyTypesTheCodeAndTheDeviceHasItsTokens() {
    Answer codes = begin("openid offline_access profile");
    String deviceCode = codes.text("device_code");
    assertEquals("authorization_pending", poll(deviceCode).error());
    String page = body(typed(codes.text("user_code").toLowerCase().replace("-", " ")));
    assertTrue(page.contains(codes.text("user_code")) && page.contains("Television"), page);
    HttpResponse<String> asked = confirm(codes.text("user_code"));
    assertTrue(Provider.location(asked).startsWith("/oidc/auth?"), Provider.location(asked));
    clock.pass(Duration.ofSeconds(6));
    assertEquals("authorization_pending", poll(deviceCode).error());
    String success = signIn(asked);
    assertEquals("/device/success", success);
    assertEquals(200, browser.get(success).statusCode());
    Answer tokens = poll(deviceCode);
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals("openid offline_access profile", tokens.text("scope"));
    assertEquals(user, TestClient.payload(tokens.text("id_token")).get("sub").asText());
    assertEquals(user, television.userinfo(tokens.text("access_token")).text("sub"));
    assertEquals(200, television.refresh(tokens.text("refresh_token")).status());
  }

  @Test
  @Spec("RFC 8628 §3.3.1")
  void theCompleteAddressLeadsToTheComparisonAtOnce() {
    Answer codes = begin("openid");
    String begun = Provider.location(browser.get("/device?user_code=" + codes.text("user_code")));
    assertTrue(begun.startsWith("/oidc/device?"), begun);
    String page = body(browser.get(Provider.location(browser.get(begun))));
    assertTrue(page.contains("name=\"confirm\""), page);
    // Without cookies it ends there, and not in circles.
    EmulatedBrowser forgetful = provider.browser();
    assertEquals(400, forgetful.get("/device?begun=yes").statusCode());
    assertEquals(400, forgetful.get("/device/success").statusCode());
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void whoAsksTooOftenWaitsLonger() {
    String deviceCode = begin("openid").text("device_code");
    assertEquals("authorization_pending", poll(deviceCode).error());
    clock.pass(Duration.ofSeconds(3));
    assertEquals("slow_down", poll(deviceCode).error());
    clock.pass(Duration.ofSeconds(6));
    assertEquals("slow_down", poll(deviceCode).error());
    clock.pass(Duration.ofSeconds(16));
    assertEquals("authorization_pending", poll(deviceCode).error());
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void aCodeEndsAfterTenMinutes() {
    Answer codes = begin("openid");
    clock.pass(Duration.ofMinutes(10));
    assertEquals("expired_token", poll(codes.text("device_code")).error());
    assertTrue(Provider.location(sent(codes.text("user_code"))).contains("error=ExpiredError"));
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void theDeviceIsToldThatSomebodyDoesNotWantIt() {
    Answer codes = begin("openid");
    typed(codes.text("user_code"));
    HttpResponse<String> aborted =
        post(Map.of("user_code", codes.text("user_code"), "abort", "yes"));
    assertEquals("/device?error=AbortedError", Provider.location(aborted));
    assertTrue(body(browser.get("/device?error=AbortedError"), 400).contains("not connected"));
    assertEquals("access_denied", poll(codes.text("device_code")).error());
    assertTrue(Provider.location(sent(codes.text("user_code"))).contains("AlreadyUsedError"));
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void consentCanBeDeniedToApplicationsOfOthers() {
    television = device(", \"isThirdParty\": true");
    Answer codes = begin("openid");
    typed(codes.text("user_code"));
    String url = Provider.location(confirm(codes.text("user_code")));
    assertEquals("/sign-in?app_id=" + television.id, Provider.location(browser.get(url)));
    String consent =
        Provider.location(browser.get(provider.signedIn().byPage(browser, television.id, user)));
    assertTrue(consent.startsWith("/consent"), consent);
    String back =
        provider
            .signedIn()
            .finish(browser, television.id, InteractionResult.error("access_denied"));
    String done = Provider.location(browser.get(back));
    assertEquals("/device?error=AbortedError", Provider.location(browser.get(path(done))));
    assertEquals("access_denied", poll(codes.text("device_code")).error());
  }

  @Test
  void aCodeThatNoDeviceShowsIsSaidToBeOne() {
    for (Map.Entry<String, String> wrong :
        Map.of("", "NoCodeError", "BBBB-BBBB", "NotFoundError", "nonsense", "NotFoundError")
            .entrySet()) {
      String location = Provider.location(sent(wrong.getKey()));
      assertTrue(location.contains("error=" + wrong.getValue()), location);
      String page = body(browser.get(location), 400);
      assertTrue(page.contains("user_code-error"), page);
    }
  }

  @Test
  void aFormMustComeFromThisBrowsersPage() {
    Answer codes = begin("openid");
    typed(codes.text("user_code"));
    HttpResponse<String> forged =
        browser.post(
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
    Answer codes = begin("openid");
    // Somebody is lured to the end of the flow, past the comparison.
    String url =
        television.authorizationUrl(
            "redirect_uri",
            "http://localhost:3001/oidc/device/done",
            "state",
            codes.text("user_code"));
    EmulatedBrowser lured = provider.browser();
    lured.get("/oidc/device");
    lured.get(url);
    String done =
        Provider.location(lured.get(provider.signedIn().byPage(lured, television.id, user)));
    assertTrue(done.startsWith("http://localhost:3001/oidc/device/done?code="), done);
    assertTrue(Provider.location(lured.get(path(done))).contains("error="));
    assertEquals("authorization_pending", poll(codes.text("device_code")).error());
    // Nor does the code help anybody else.
    String code = Provider.present(TestClient.query(done).get("code"));
    assertEquals("invalid_request", television.exchange(code).error());
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void ofManyWhoPresentACodeOneGetsTokens() throws Exception {
    Answer codes = begin("openid offline_access");
    typed(codes.text("user_code"));
    signIn(confirm(codes.text("user_code")));
    List<Answer> answers = Provider.atOnce(16, () -> poll(codes.text("device_code")));
    List<Answer> won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertEquals(1, won.size());
    assertEquals(15, answers.stream().filter(each -> each.error().equals("invalid_grant")).count());
    // Whoever presents it again has it from somewhere: what it brought is over.
    assertEquals(401, television.userinfo(won.getFirst().text("access_token")).status());
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void whatIsTakenBackLongAfterTheBrowserSignedOutIsTold() {
    try (HookReceiver receiver = new HookReceiver()) {
      television = device(told(receiver));
      Answer tokens = connected("openid offline_access");
      String sid = TestClient.payload(tokens.text("id_token")).path("sid").asText();
      assertEquals(303, provider.signOut(browser, provider.application("SPA")).statusCode());
      receiver.await(any -> receiver.received().size() == 1);
      Answer fresh = television.refresh(tokens.text("refresh_token"));
      assertEquals(200, fresh.status(), "the device stays connected");

      String grants = "/api/users/" + user + "/grants";
      JsonNode grant = provider.api().get(grants).json().at("/grants/0");
      assertEquals(television.id, grant.at("/payload/clientId").asText());
      assertEquals(204, provider.api().delete(grants + "/" + grant.get("id").asText()).status());
      receiver.await(any -> receiver.received().size() == 2);
      assertEquals(user, logoutToken(receiver).path("sub").asText());
      assertEquals(sid, logoutToken(receiver).path("sid").asText());
      assertEquals(401, television.userinfo(fresh.text("access_token")).status());
    }
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void aSuspensionIsToldToDevicesWhoseBrowserSignedOut() {
    try (HookReceiver receiver = new HookReceiver()) {
      television = device(told(receiver));
      Answer tokens = connected("openid offline_access");
      provider.signOut(browser, provider.application("SPA"));
      receiver.await(any -> receiver.received().size() == 1);
      provider.api().patch("/api/users/" + user + "/is-suspended", "{\"isSuspended\":true}");
      receiver.await(any -> receiver.received().size() == 2);
      assertEquals(
          TestClient.payload(tokens.text("id_token")).get("sid"), logoutToken(receiver).get("sid"));
    }
  }

  private static String told(HookReceiver receiver) {
    return """
    , "oidcClientMetadata": {"redirectUris": [], "postLogoutRedirectUris": [], "backchannelLogoutUri": "%s",
      "backchannelLogoutSessionRequired": true}\
    """
        .formatted(receiver.url());
  }

  private static JsonNode logoutToken(HookReceiver receiver) {
    String form = receiver.received().getLast().body();
    return TestClient.payload(Provider.present(TestClient.query(form).get("logout_token")));
  }

  private Answer connected(String scope) {
    Answer codes = begin(scope);
    typed(codes.text("user_code"));
    assertEquals("/device/success", signIn(confirm(codes.text("user_code"))));
    Answer tokens = poll(codes.text("device_code"));
    assertEquals(200, tokens.status(), tokens.json().toString());
    return tokens;
  }

  @Test
  void anotherDevicesCodeIsWorthNothing() {
    Answer codes = begin("openid");
    TestClient other = device("");
    assertEquals("invalid_grant", poll(other, codes.text("device_code")).error());
    assertEquals("authorization_pending", poll(codes.text("device_code")).error());
  }

  @Test
  void resourcesAreAskedForAsElsewhere() {
    String api = "https://device.example/" + television.id;
    provider.resourceWithRole(user, api, "watch");
    Answer codes = ask(television.id, Map.of("scope", "openid watch", "resource", api));
    typed(codes.text("user_code"));
    signIn(confirm(codes.text("user_code")));
    Map<String, String> form = pollForm(television, codes.text("device_code"));
    form.put("resource", api);
    Answer tokens = television.token(form);
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals(api, TestClient.payload(tokens.text("access_token")).get("aud").asText());
    assertEquals("watch", tokens.text("scope"));
    assertFalse(tokens.json().has("refresh_token"));
  }

  @Test
  void discoveryNamesIt() {
    var metadata = provider.api().get("/oidc/.well-known/openid-configuration").json();
    assertEquals(
        "http://localhost:3001/oidc/device/auth",
        metadata.get("device_authorization_endpoint").asText());
    assertTrue(metadata.get("grant_types_supported").toString().contains(GRANT));
  }

  @Test
  void theDemoPlaysADevice() {
    String page = body(browser.get("/device-demo-app"));
    assertTrue(page.contains("/oidc/device/auth") && page.contains("id=\"start\""), page);
    Answer codes = ask("device-demo-app", Map.of("scope", "openid profile"));
    assertEquals(200, codes.status(), codes.json().toString());
  }

  private TestClient device(String more) {
    return provider.device("Television", more);
  }

  private Answer begin(String scope) {
    Answer codes = ask(television.id, Map.of("scope", scope));
    assertEquals(200, codes.status(), codes.json().toString());
    return codes;
  }

  private Answer ask(String clientId, Map<String, String> asked) {
    Map<String, String> form = new HashMap<>(asked);
    form.put("client_id", clientId);
    return television.post("/oidc/device/auth", form);
  }

  private Answer poll(String deviceCode) {
    return poll(television, deviceCode);
  }

  private Answer poll(TestClient client, String deviceCode) {
    return television.token(pollForm(client, deviceCode));
  }

  private static Map<String, String> pollForm(TestClient client, String deviceCode) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", GRANT);
    form.put("client_id", client.id);
    form.put("device_code", deviceCode);
    return form;
  }

  /** Types the code; answers the page that follows. */
  private HttpResponse<String> typed(String code) {
    return browser.get(Provider.location(sent(code)));
  }

  /** Types the code; answers what the form answers. */
  private HttpResponse<String> sent(String code) {
    String page = Provider.location(browser.get("/oidc/device"));
    assertEquals(200, browser.get(page).statusCode());
    return post(Map.of("user_code", code));
  }

  private HttpResponse<String> confirm(String code) {
    return post(Map.of("user_code", code, "confirm", "yes"));
  }

  private HttpResponse<String> post(Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("xsrf", Provider.xsrf(browser.get("/device")));
    return browser.post("/oidc/device", form);
  }

  /** Signs the person in; answers where that ends. */
  private String signIn(HttpResponse<String> confirmed) {
    browser.get(Provider.location(confirmed));
    String done =
        Provider.location(browser.get(provider.signedIn().byPage(browser, television.id, user)));
    return Provider.location(browser.get(path(done)));
  }

  private static String path(String url) {
    return url.substring("http://localhost:3001".length());
  }

  private static String body(HttpResponse<String> page) {
    return body(page, 200);
  }

  private static String body(HttpResponse<String> page, int status) {
    assertEquals(status, page.statusCode(), page.body());
    return page.body();
  }
}
