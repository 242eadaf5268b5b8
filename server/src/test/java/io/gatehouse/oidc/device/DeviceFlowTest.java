package io.gatehouse.oidc.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.protocol.UserCode;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices without a keyboard: their codes, and the tokens they get. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DeviceFlowTest {
  private static final String SHAPE =
      "[%s]{4}-[%s]{4}".formatted(UserCode.ALPHABET, UserCode.ALPHABET);

  @Inject Provider provider;
  @Inject ServerClock clock;

  private Television television;

  @BeforeEach
  void prepare() {
    television = new Television(provider, "");
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("RFC 8628 §3.1")
  @Spec("RFC 8628 §3.2")
  void aDeviceGetsItsCodes() {
    Answer codes = television.begin("openid offline_access");
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
    var answer =
        provider.api().put("/api/applications/" + television.client.id + "/protocol", kept);
    assertEquals(200, answer.status(), answer.text());
    assertEquals("unauthorized_client", television.ask(television.client.id, Map.of()).error());
  }

  @Test
  @Spec("RFC 8628 §3.1")
  void onlyApplicationsOnDevicesUseIt() {
    TestClient page = provider.application("SPA");
    assertEquals("unauthorized_client", television.ask(page.id, Map.of()).error());
    assertEquals("invalid_request", television.poll(page, "x").error());
    assertEquals("invalid_client", television.ask("nobody", Map.of()).error());
    assertEquals(
        "invalid_target",
        television.ask(television.client.id, Map.of("resource", "https://unknown")).error());
    // Nor may they do what others do.
    assertEquals(400, television.browser.get(television.client.authorizationUrl()).statusCode());
    Map<String, String> code =
        Map.of("grant_type", "authorization_code", "client_id", television.client.id, "code", "x");
    assertEquals("invalid_request", television.client.token(code).error());
  }

  @Test
  @Spec("RFC 8628 §3.3")
  @Spec("RFC 8628 §3.4")
  @Spec("RFC 8628 §3.5")
  void somebodyTypesTheCodeAndTheDeviceHasItsTokens() {
    Answer codes = television.begin("openid offline_access profile");
    String deviceCode = codes.text("device_code");
    assertEquals("authorization_pending", television.poll(deviceCode).error());
    String page =
        Television.body(television.typed(codes.text("user_code").toLowerCase().replace("-", " ")));
    assertTrue(page.contains(codes.text("user_code")) && page.contains("Television"), page);
    HttpResponse<String> asked = television.confirm(codes.text("user_code"));
    assertTrue(Provider.location(asked).startsWith("/oidc/auth?"), Provider.location(asked));
    clock.pass(Duration.ofSeconds(6));
    assertEquals("authorization_pending", television.poll(deviceCode).error());
    String success = television.signIn(asked);
    assertEquals("/device/success", success);
    assertEquals(200, television.browser.get(success).statusCode());
    Answer tokens = television.poll(deviceCode);
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals("openid offline_access profile", tokens.text("scope"));
    assertEquals(television.user, TestClient.payload(tokens.text("id_token")).get("sub").asText());
    assertEquals(
        television.user, television.client.userinfo(tokens.text("access_token")).text("sub"));
    assertEquals(200, television.client.refresh(tokens.text("refresh_token")).status());
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void whoAsksTooOftenWaitsLonger() {
    String deviceCode = television.begin("openid").text("device_code");
    assertEquals("authorization_pending", television.poll(deviceCode).error());
    clock.pass(Duration.ofSeconds(3));
    assertEquals("slow_down", television.poll(deviceCode).error());
    clock.pass(Duration.ofSeconds(6));
    assertEquals("slow_down", television.poll(deviceCode).error());
    clock.pass(Duration.ofSeconds(16));
    assertEquals("authorization_pending", television.poll(deviceCode).error());
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void aCodeEndsAfterTenMinutes() {
    Answer codes = television.begin("openid");
    clock.pass(Duration.ofMinutes(10));
    assertEquals("expired_token", television.poll(codes.text("device_code")).error());
    assertTrue(
        Provider.location(television.sent(codes.text("user_code"))).contains("error=ExpiredError"));
  }

  @Test
  @Spec("RFC 8628 §3.5")
  void ofManyWhoPresentACodeOneGetsTokens() throws Exception {
    Answer codes = television.begin("openid offline_access");
    television.typed(codes.text("user_code"));
    television.signIn(television.confirm(codes.text("user_code")));
    List<Answer> answers = Provider.atOnce(16, () -> television.poll(codes.text("device_code")));
    List<Answer> won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertEquals(1, won.size());
    assertEquals(15, answers.stream().filter(each -> each.error().equals("invalid_grant")).count());
    // Whoever presents it again has it from somewhere: what it brought is over.
    assertEquals(401, television.client.userinfo(won.getFirst().text("access_token")).status());
  }

  @Test
  void anotherDevicesCodeIsWorthNothing() {
    Answer codes = television.begin("openid");
    TestClient other = provider.device("Television", "");
    assertEquals("invalid_grant", television.poll(other, codes.text("device_code")).error());
    assertEquals("authorization_pending", television.poll(codes.text("device_code")).error());
  }

  @Test
  void resourcesAreAskedForAsElsewhere() {
    String api = "https://device.example/" + television.client.id;
    provider.resourceWithRole(television.user, api, "watch");
    Answer codes =
        television.ask(television.client.id, Map.of("scope", "openid watch", "resource", api));
    television.typed(codes.text("user_code"));
    television.signIn(television.confirm(codes.text("user_code")));
    Map<String, String> form = Television.pollForm(television.client, codes.text("device_code"));
    form.put("resource", api);
    Answer tokens = television.client.token(form);
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
    assertTrue(metadata.get("grant_types_supported").toString().contains(Television.GRANT));
  }
}
