package io.gatehouse.oidc.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.interaction.InteractionResult;
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
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What applications ask in detail: one payment, these accounts. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AuthorizationDetailsFlowTest {
  private static final String TYPES = "/api/authorization-detail-types";

  @Inject Provider provider;

  private String type;
  private TestClient client;
  private String user;
  private EmulatedBrowser browser;

  @BeforeEach
  void prepare() {
    type = "payment-" + Ids.shortId();
    type(type, null);
    client = provider.application("SPA");
    allow(client, type);
    user = provider.person();
    browser = provider.browser();
  }

  @Test
  @Spec("RFC 9396 §7")
  @Spec("RFC 9396 §9.2")
  void whatWasAskedIsInTheAnswerAndInIntrospection() {
    String asked = details("\"accounts\":[\"one\",\"two\"]");
    Answer tokens = client.exchange(code(asked));
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals(JsonCodec.tree(asked), tokens.json().get("authorization_details"));
    assertEquals(JsonCodec.tree(asked), introspected(tokens.text("access_token")));
    Answer fresh = client.refresh(tokens.text("refresh_token"));
    assertEquals(JsonCodec.tree(asked), fresh.json().get("authorization_details"));
  }

  @Test
  @Spec("RFC 9396 §6")
  void aTokenMayHoldLessAndNeverMore() {
    Answer tokens = client.exchange(code(details("\"accounts\":[\"one\",\"two\"]")));
    String one = details("\"accounts\":[\"one\"]");
    Answer fresh = client.refresh(tokens.text("refresh_token"), "authorization_details", one);
    assertEquals(JsonCodec.tree(one), fresh.json().get("authorization_details"));
    assertEquals(JsonCodec.tree(one), introspected(fresh.text("access_token")));
    for (String more :
        new String[] {
          details("\"accounts\":[\"one\",\"three\"]"),
          details("\"accounts\":[\"one\"],\"recipient\":\"me\""),
          "[{\"type\":\"" + type + "\",\"amount\":1000,\"accounts\":[\"one\"]}]",
          "[]",
          "nonsense"
        }) {
      Answer refused = client.refresh(fresh.text("refresh_token"), "authorization_details", more);
      assertEquals("invalid_authorization_details", refused.error(), more);
    }
    // The next one may hold all of it again.
    Answer all = client.refresh(fresh.text("refresh_token"));
    assertEquals(2, all.json().at("/authorization_details/0/accounts").size());
  }

  @Test
  @Spec("RFC 9396 §5")
  void onlyWhatTheTenantKnowsGetsThrough() {
    for (String wrong :
        new String[] {
          "nonsense",
          "{}",
          "[]",
          "[1]",
          "[{\"amount\":1}]",
          "[{\"type\":\"unknown\"}]",
          "[{\"type\":\"" + type + "\"}]",
          "[{\"type\":\"" + type + "\",\"amount\":\"12\"}]",
          details("\"currency\":\"XXX\""),
          details("\"accounts\":[]"),
          details("\"unknown\":1"),
          details("\"recipient\":\"" + "x".repeat(2_000) + "\"")
        }) {
      provider.assertError(
          client, browser, "invalid_authorization_details", "authorization_details", wrong);
    }
    TestClient other = provider.application("SPA");
    provider.assertError(
        other, browser, "invalid_authorization_details", "authorization_details", details(""));
  }

  @Test
  @Spec("RFC 9396 §3")
  @Spec("RFC 9396 §4")
  void aPushedRequestHoldsThemToo() {
    Map<String, String> form = new HashMap<>(TestClient.query(client.authorizationUrl()));
    form.put("authorization_details", "[{\"type\":\"unknown\"}]");
    assertEquals("invalid_authorization_details", client.post("/oidc/request", form).error());
    form.put("authorization_details", details(""));
    Answer pushed = client.post("/oidc/request", form);
    assertEquals(201, pushed.status(), pushed.json().toString());
    String url =
        "/oidc/auth?"
            + TestClient.form(
                Map.of("client_id", client.id, "request_uri", pushed.text("request_uri")));
    browser.get(url);
    String back =
        Provider.location(browser.get(provider.signedIn().byPage(browser, client.id, user)));
    Answer tokens = client.exchange(Provider.present(TestClient.query(back).get("code")));
    assertEquals(JsonCodec.tree(details("")), tokens.json().get("authorization_details"));
  }

  @Test
  @Spec("RFC 9396 §3")
  @Spec("RFC 9101 §4")
  void aSignedRequestHoldsThemAsTheyAre() {
    TestClient signing = provider.application("Traditional");
    allow(signing, type);
    SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
    ApiClient.Answer keys =
        provider
            .api()
            .put(
                "/api/applications/" + signing.id + "/authentication",
                "{\"jwks\":" + new JWKSet(key.publicJwk()) + "}");
    assertEquals(200, keys.status(), keys.text());
    ObjectNode claims = JsonCodec.object();
    TestClient.query(signing.authorizationUrl()).forEach(claims::put);
    claims.put("iss", signing.id).put("aud", "http://localhost:3001/oidc");
    claims.set("authorization_details", JsonCodec.tree(details("")));
    String object = new JwsSigner(key).sign("oauth-authz-req+jwt", JsonCodec.bytes(claims));
    browser.get(
        "/oidc/auth?" + TestClient.form(Map.of("client_id", signing.id, "request", object)));
    String back =
        Provider.location(browser.get(provider.signedIn().byPage(browser, signing.id, user)));
    Answer tokens =
        signing.exchange(
            Provider.present(TestClient.query(back).get("code")),
            "client_secret",
            provider.secretOf(signing));
    assertEquals(JsonCodec.tree(details("")), tokens.json().get("authorization_details"));
  }

  @Test
  @Spec("RFC 9396 §9.1")
  void aTokenForAResourceHoldsWhatIsForIt() {
    String api = "https://payments.example/" + client.id;
    provider.resourceWithRole(user, api, "pay");
    String own = "own-" + Ids.shortId();
    String elsewhere = "elsewhere-" + Ids.shortId();
    String other = "https://elsewhere.example/" + client.id;
    provider.made("/api/resources", "{\"name\":\"O\",\"indicator\":\"" + other + "\"}");
    type(own, api);
    type(elsewhere, other);
    allow(client, own, elsewhere);
    String asked =
        "[{\"type\":\"%s\",\"amount\":1},{\"type\":\"%s\",\"amount\":2}]".formatted(own, elsewhere);
    String code =
        provider.code(
            user,
            browser,
            client,
            "scope",
            "openid pay",
            "resource",
            api,
            "authorization_details",
            asked);
    Answer tokens = client.exchange(code, "resource", api);
    assertEquals(200, tokens.status(), tokens.json().toString());
    JsonNode claim = TestClient.payload(tokens.text("access_token")).get("authorization_details");
    assertEquals("[{\"type\":\"" + own + "\",\"amount\":1}]", claim.toString());
    assertEquals(claim, tokens.json().get("authorization_details"));
  }

  @Test
  @Spec("RFC 9396 §2")
  void peopleReadItInPlainWordsEachTime() {
    TestClient theirs = provider.application("Traditional", ", \"isThirdParty\": true");
    allow(theirs, type);
    String asked = details("\"accounts\":[\"one\",\"two\"],\"express\":true");
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> begun =
          browser.get(
              theirs.authorizationUrl(
                  "scope", "openid", "prompt", "", "authorization_details", asked));
      String consent = Provider.location(begun);
      if (consent.startsWith("/sign-in")) {
        consent =
            Provider.location(browser.get(provider.signedIn().byPage(browser, theirs.id, user)));
      }
      assertTrue(consent.startsWith("/consent"), consent);
      String page = browser.get(consent).body();
      assertTrue(
          page.contains("Pay a bill")
              && page.contains("Amount: 12.5 · Accounts: one, two · express: yes"),
          page);
      String back =
          Provider.location(
              browser.get(
                  provider
                      .signedIn()
                      .finish(browser, theirs.id, InteractionResult.consent(List.of()))));
      assertTrue(back.contains("code="), back);
    }
  }

  @Test
  void anApplicationMayAskForItself() {
    TestClient machine = provider.application("MachineToMachine");
    allow(machine, type);
    String api = "https://machine.example/" + machine.id;
    provider.made("/api/resources", "{\"name\":\"M\",\"indicator\":\"" + api + "\"}");
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", machine.id);
    form.put("client_secret", provider.secretOf(machine));
    form.put("resource", api);
    form.put("authorization_details", details(""));
    Answer tokens = machine.token(form);
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals(
        JsonCodec.tree(details("")),
        TestClient.payload(tokens.text("access_token")).get("authorization_details"));
  }

  @Test
  @Spec("RFC 9396 §10")
  void typesAreManagedAndDiscovered() {
    ApiClient.Answer twice = provider.api().post(TYPES, body(type, null));
    assertEquals(400, twice.status(), twice.text());
    assertEquals(400, provider.api().post(TYPES, body("x", "https://unknown.example")).status());
    String name = "managed-" + Ids.shortId();
    String id = provider.made(TYPES, body(name, null));
    assertTrue(supported().contains(name));
    String path = TYPES + "/" + id;
    ApiClient.Answer changed =
        provider.api().put(path, "{\"type\":\"" + name + "\",\"displayName\":\"D\",\"fields\":[]}");
    assertEquals("D", changed.json().get("displayName").asText());
    assertEquals("D", provider.api().get(path).json().get("displayName").asText());
    assertEquals(204, provider.api().delete(path).status());
    assertEquals(404, provider.api().get(path).status());
    assertFalse(supported().contains(name));
  }

  private String supported() {
    return provider
        .api()
        .get("/oidc/.well-known/openid-configuration")
        .json()
        .path("authorization_details_types_supported")
        .toString();
  }

  private String details(String more) {
    return "[{\"type\":\""
        + type
        + "\",\"amount\":12.5"
        + (more.isEmpty() ? "" : "," + more)
        + "}]";
  }

  private String code(String details) {
    return provider.code(user, browser, client, "authorization_details", details);
  }

  private JsonNode introspected(String token) {
    Answer answer =
        client.post("/oidc/token/introspection", Map.of("client_id", client.id, "token", token));
    return answer.json().path("authorization_details");
  }

  private void type(String name, @Nullable String resource) {
    provider.made(TYPES, body(name, resource));
  }

  private static String body(String name, @Nullable String resource) {
    return """
    {"type":"%s","displayName":"Pay a bill",%s"fields":[
      {"name":"amount","label":"Amount","kind":"number","required":true},
      {"name":"currency","kind":"text","values":["EUR","USD"]},
      {"name":"recipient","kind":"text"},
      {"name":"accounts","label":"Accounts","kind":"list"},
      {"name":"express","kind":"boolean"}]}
    """
        .formatted(name, resource == null ? "" : "\"resource\":\"" + resource + "\",");
  }

  private void allow(TestClient which, String... types) {
    ApiClient.Answer set =
        provider
            .api()
            .put(
                "/api/applications/" + which.id + "/protocol",
                "{\"authorizationDetailsTypes\":[\"" + String.join("\",\"", types) + "\"]}");
    assertEquals(200, set.status(), set.text());
  }
}
