package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was granted in detail, where no browser of the client's asked for it. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class GrantedDetailsFlowTest {
  private static final String HERE = "http://localhost:3001";
  private static final String GRANTS = "urn:ietf:params:oauth:grant-type:";
  private static final String ACCESS = "urn:ietf:params:oauth:token-type:access_token";

  @Inject Provider provider;
  @Inject People people;
  @Inject InstantSource time;

  private String type;
  private User user;
  private EmulatedBrowser browser;

  @BeforeEach
  void prepare() {
    type = "payment-" + Ids.shortId();
    provider.made(
        "/api/authorization-detail-types",
        """
        {"type":"%s","displayName":"Pay a bill","fields":[
          {"name":"amount","label":"Amount","kind":"number","required":true},
          {"name":"accounts","label":"Accounts","kind":"list"}]}
        """
            .formatted(type));
    user = people.with(People.username(), Ids.shortId() + "@details.example");
    browser = provider.browser();
  }

  @Test
  @Spec("RFC 9396 §2")
  @Spec("RFC 9396 §6")
  void aDeviceAsksAndItsPersonReadsIt() {
    TestClient television = provider.device("Television", "");
    assertEquals("invalid_authorization_details", askDevice(television, details("one")).error());
    allow(television);
    assertEquals("invalid_authorization_details", askDevice(television, "nonsense").error());
    Answer codes = askDevice(television, details("one", "two"));
    assertEquals(200, codes.status(), codes.json().toString());
    browser.get(Provider.location(browser.get("/oidc/device")));
    String page = browser.get("/device?user_code=" + codes.text("user_code")).body();
    assertTrue(page.contains("Pay a bill") && page.contains("Accounts: one, two"), page);
    HttpResponse<String> confirmed =
        browser.post(
            "/oidc/device",
            Map.of(
                "user_code",
                codes.text("user_code"),
                "confirm",
                "yes",
                "xsrf",
                Provider.xsrf(browser.get("/device"))));
    assertEquals("/device/success", signIn(television, Provider.location(confirmed)));
    Answer tokens =
        television.token(
            Map.of(
                "grant_type",
                GRANTS + "device_code",
                "client_id",
                television.id,
                "device_code",
                codes.text("device_code")));
    isGranted(television, tokens, "one", "two");
    Answer fresh =
        television.refresh(tokens.text("refresh_token"), "authorization_details", details("two"));
    isGranted(television, fresh, "two");
  }

  @Test
  @Spec("RFC 9396 §2")
  @Spec("RFC 9396 §7")
  void whoWaitsForAPersonElsewhereAsksAndThePersonReadsIt() {
    try (Mailbox mailbox = new Mailbox()) {
      ApiClient.Answer connector =
          provider
              .api()
              .post(
                  "/api/connectors",
                  "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
      assertEquals(200, connector.status(), connector.text());
      TestClient till = provider.application("Traditional");
      protocol(till, "\"backchannelTokenDeliveryMode\":\"poll\"");
      assertEquals("invalid_authorization_details", askPerson(till, details("one")).error());
      allow(till, "\"backchannelTokenDeliveryMode\":\"poll\",");
      Answer begun = askPerson(till, details("one"));
      assertEquals(200, begun.status(), begun.json().toString());
      String link = mailbox.received().getFirst().at("/payload/link").asText();
      String begin = Provider.location(browser.get(link.substring(HERE.length())));
      browser.get(begin);
      String done =
          Provider.location(browser.get(provider.signedIn().byPage(browser, till.id, user.id())));
      String page = browser.get(done.substring(HERE.length())).body();
      assertTrue(page.contains("Pay a bill") && page.contains("Amount: 12.5"), page);
      HttpResponse<String> allowed =
          browser.post(
              "/oidc/backchannel",
              Map.of(
                  "request", field(page, "request"),
                  "xsrf", field(page, "xsrf"),
                  "decision", "allow"));
      assertEquals(200, allowed.statusCode(), allowed.body());
      Answer tokens =
          till.token(
              confidential(
                  till,
                  Map.of(
                      "grant_type",
                      "urn:openid:params:grant-type:ciba",
                      "auth_req_id",
                      begun.text("auth_req_id"))));
      isGranted(till, tokens, "one");
    }
  }

  @Test
  @Spec("RFC 9396 §6")
  @Spec("RFC 8693 §2.1")
  void anExchangeKeepsWhatThePersonGaveAndMayHoldLess() {
    TestClient page = provider.application("SPA");
    allow(page);
    String given = details("one", "two");
    Answer before =
        page.exchange(provider.code(user.id(), browser, page, "authorization_details", given));
    TestClient behind =
        provider.application("SPA", ", \"customClientMetadata\": {\"allowTokenExchange\": true}");
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", GRANTS + "token-exchange");
    form.put("client_id", behind.id);
    form.put("subject_token", before.text("access_token"));
    form.put("subject_token_type", ACCESS);
    form.put("scope", "openid");
    // It may not ask for this type, so it does not get there by an exchange either.
    Answer without = behind.token(form);
    assertEquals(200, without.status(), without.json().toString());
    assertFalse(without.json().has("authorization_details"));
    allow(behind);
    isGranted(behind, behind.token(form), "one", "two");
    form.put("authorization_details", details("two"));
    Answer less = behind.token(form);
    isGranted(behind, less, "two");
    form.put("subject_token", less.text("access_token"));
    form.put("authorization_details", details("one"));
    assertEquals("invalid_authorization_details", behind.token(form).error());
    // Nobody has given anything to a token that only says who somebody is.
    form.put(
        "subject_token",
        page.exchange(provider.code(user.id(), browser, page)).text("access_token"));
    assertEquals("invalid_authorization_details", behind.token(form).error());
  }

  @Test
  @Spec("RFC 9396 §9.1")
  void aSignedTokenPassesItOnToo() {
    String api = "https://details.example/" + Ids.shortId();
    provider.resourceWithRole(user.id(), api, "pay");
    TestClient page =
        provider.application("SPA", ", \"customClientMetadata\": {\"allowTokenExchange\": true}");
    allow(page);
    String code =
        provider.code(
            user.id(),
            browser,
            page,
            "scope",
            "openid pay",
            "resource",
            api,
            "authorization_details",
            details("one"));
    String signed = page.exchange(code, "resource", api).text("access_token");
    Answer exchanged =
        page.token(
            Map.of(
                "grant_type",
                GRANTS + "token-exchange",
                "client_id",
                page.id,
                "subject_token",
                signed,
                "subject_token_type",
                ACCESS,
                "scope",
                "pay",
                "resource",
                api));
    assertEquals(
        JsonCodec.tree(details("one")),
        TestClient.payload(exchanged.text("access_token")).get("authorization_details"));
  }

  @Test
  @Spec("RFC 9396 §6")
  @Spec("RFC 7523 §2.1")
  void whoeverSpeaksForAPersonSaysWhatThePersonGave() {
    SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
    TestClient client = provider.application("SPA");
    ApiClient.Answer trusted =
        provider
            .api()
            .post(
                "/api/applications/" + client.id + "/trusted-issuers",
                "{\"issuer\":\"https://partner.example\",\"subject\":\"id\",\"jwks\":"
                    + new JWKSet(key.publicJwk())
                    + "}");
    assertEquals(201, trusted.status(), trusted.text());
    assertEquals(
        "invalid_authorization_details",
        present(client, assertion(key, details("one", "two"))).error());
    allow(client);
    isGranted(client, present(client, assertion(key, details("one", "two"))), "one", "two");
    isGranted(
        client,
        present(
            client, assertion(key, details("one", "two")), "authorization_details", details("one")),
        "one");
    assertEquals(
        "invalid_authorization_details",
        present(client, assertion(key, details("one")), "authorization_details", details("two"))
            .error());
  }

  private void isGranted(TestClient client, Answer tokens, String... accounts) {
    JsonNode expected = JsonCodec.tree(details(accounts));
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals(expected, tokens.json().get("authorization_details"));
    Map<String, String> form = new HashMap<>();
    form.put("client_id", client.id);
    form.put("token", tokens.text("access_token"));
    if (!provider.api().get("/api/applications/" + client.id + "/secrets").json().isEmpty()) {
      form.put("client_secret", provider.secretOf(client));
    }
    assertEquals(
        expected,
        client.post("/oidc/token/introspection", form).json().get("authorization_details"));
  }

  private String details(String... accounts) {
    return "[{\"type\":\"%s\",\"amount\":12.5,\"accounts\":[\"%s\"]}]"
        .formatted(type, String.join("\",\"", accounts));
  }

  private Answer askDevice(TestClient client, String details) {
    return client.post(
        "/oidc/device/auth",
        Map.of(
            "client_id",
            client.id,
            "scope",
            "openid offline_access",
            "authorization_details",
            details));
  }

  private Answer askPerson(TestClient client, String details) {
    return client.post(
        "/oidc/bc-authorize",
        confidential(
            client,
            Map.of(
                "scope",
                "openid",
                "login_hint",
                String.valueOf(user.primaryEmail()),
                "authorization_details",
                details)));
  }

  private Map<String, String> confidential(TestClient client, Map<String, String> form) {
    Map<String, String> all = new HashMap<>(form);
    all.put("client_id", client.id);
    all.put("client_secret", provider.secretOf(client));
    return all;
  }

  private Answer present(TestClient client, String assertion, String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", GRANTS + "jwt-bearer");
    form.put("client_id", client.id);
    form.put("assertion", assertion);
    form.put("scope", "openid");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return client.token(form);
  }

  private String assertion(SigningKey key, String details) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("https://partner.example")
            .subject(user.id())
            .audience(HERE + "/oidc/token")
            .jwtID(Ids.token())
            .expirationTime(Date.from(time.instant().plusSeconds(300)))
            .claim("authorization_details", JsonCodec.read(details, List.class))
            .build();
    return new JwsSigner(key).sign("jwt", JsonCodec.bytes(claims.toJSONObject()));
  }

  private String signIn(TestClient client, String begin) {
    browser.get(begin);
    String done =
        Provider.location(browser.get(provider.signedIn().byPage(browser, client.id, user.id())));
    return Provider.location(browser.get(done.substring(HERE.length())));
  }

  private static String field(String page, String name) {
    String before = "name=\"" + name + "\" value=\"";
    int from = page.indexOf(before) + before.length();
    return page.substring(from, page.indexOf('"', from));
  }

  private void allow(TestClient client) {
    allow(client, "");
  }

  private void allow(TestClient client, String more) {
    protocol(client, more + "\"authorizationDetailsTypes\":[\"" + type + "\"]");
  }

  private void protocol(TestClient client, String members) {
    ApiClient.Answer set =
        provider.api().put("/api/applications/" + client.id + "/protocol", "{" + members + "}");
    assertEquals(200, set.status(), set.text());
  }
}
