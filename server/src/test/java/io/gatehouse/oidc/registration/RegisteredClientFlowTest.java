package io.gatehouse.oidc.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
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
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients that registered themselves do at the provider. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class RegisteredClientFlowTest {

  @Inject Provider provider;
  @Inject Registrar registrar;
  @Inject ServerClock clock;
  @Inject InstantSource time;

  @BeforeEach
  void open() {
    registrar.allowEverything();
  }

  @AfterEach
  void close() {
    clock.reset();
    registrar.refuseAll();
  }

  @Test
  @Spec("RFC 7591 §3.2.1")
  void itsPeopleAreAskedAndItsTokensAreOfItsAlgorithm() {
    Answer made = registrar.register(Registrar.metadata());
    TestClient client = registrar.client(made);
    EmulatedBrowser browser = provider.browser();
    String user = provider.person();
    String url = client.authorizationUrl("scope", "openid profile", "prompt", "");
    assertTrue(Provider.location(browser.get(url)).startsWith("/sign-in"));
    String consent =
        Provider.location(browser.get(provider.signedIn().byPage(browser, client.id, user)));
    assertTrue(consent.startsWith("/consent"), consent);
    String page = browser.get(consent).body();
    assertTrue(page.contains("Registered") && page.contains("/application-logo/"), page);
    assertTrue(
        page.contains("https://app.example/terms") && page.contains("https://app.example/privacy"),
        page);
    HttpResponse<String> allowed =
        browser.post("/consent", Map.of("decision", "allow", "form_token", token(page)));
    String back =
        Provider.location(
            browser.get(Provider.location(allowed).substring("http://localhost:3001".length())));
    assertTrue(back.startsWith(Registrar.REDIRECT + "&code="), back);
    Answer tokens =
        client.exchange(
            Provider.present(TestClient.query(back).get("code")),
            "client_secret",
            made.text("client_secret"));
    assertEquals("invalid_client", tokens.error());
    Answer basic = exchange(client, back, made);
    assertEquals(200, basic.status(), basic.json().toString());
    assertEquals("RS256", TestClient.header(basic.text("id_token")).get("alg").asText());
    assertTrue(TestClient.payload(basic.text("id_token")).has("auth_time"));
    assertFalse(basic.json().has("refresh_token"));
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  void itsSignInPageShowsItsLogoItsTermsAndItsPolicy() {
    TestClient client = registrar.client(registrar.register(Registrar.metadata()));
    String page = signInPage(client);
    assertTrue(page.contains("src=\"/application-logo/"), page);
    assertTrue(page.contains("href=\"https://app.example/terms\""), page);
    assertTrue(page.contains("href=\"https://app.example/privacy\""), page);
    ObjectNode bare = Registrar.metadata();
    bare.remove(List.of("logo_uri", "tos_uri", "policy_uri"));
    String plain = signInPage(registrar.client(registrar.register(bare)));
    assertFalse(plain.contains("https://app.example/"), plain);
  }

  private String signInPage(TestClient client) {
    EmulatedBrowser browser = provider.browser();
    String url = client.authorizationUrl("scope", "openid", "prompt", "");
    return browser.get(Provider.location(browser.get(url))).body();
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  @Spec("RFC 6749 §3.1.2.3")
  void theQueryOfItsRedirectUriIsKeptToTheLetter() {
    Answer made = registrar.register(Registrar.metadata());
    assertEquals("[\"" + Registrar.REDIRECT + "\"]", made.json().get("redirect_uris").toString());
    TestClient client = registrar.client(made);
    for (String other :
        List.of(
            "https://app.example/callback",
            "https://app.example/callback?fixed=no",
            "https://app.example/callback?fixed=yes&more=1",
            "https://app.example/callback?FIXED=yes")) {
      HttpResponse<String> refused =
          provider.browser().get(client.authorizationUrl("redirect_uri", other));
      assertEquals(400, refused.statusCode(), other);
      assertTrue(refused.headers().firstValue("location").isEmpty(), other);
    }
    String back =
        Provider.location(provider.browser().get(client.authorizationUrl("prompt", "none")));
    assertTrue(back.startsWith(Registrar.REDIRECT + "&error=login_required"), back);
  }

  @Test
  @Spec("RFC 7591 §2")
  void whatItMayAskForIsLimited() {
    ObjectNode asked = Registrar.metadata().put("scope", "openid email roles read:things");
    Answer made = registrar.register(asked);
    assertEquals("openid email read:things", made.text("scope"));
    EmulatedBrowser browser = provider.browser();
    TestClient client = registrar.client(made);
    String location =
        Provider.location(
            browser.get(client.authorizationUrl("scope", "openid profile", "prompt", "")));
    assertTrue(location.contains("error=invalid_scope"), location);
  }

  @Test
  @Spec("OpenID Connect Registration §5")
  void theSectorListsTheAddresses() {
    try (Publisher sector = new Publisher("[\"" + Registrar.REDIRECT + "\"]")) {
      assertEquals(
          201,
          registrar
              .register(Registrar.metadata().put("sector_identifier_uri", sector.url()))
              .status());
      sector.publish("[\"https://other.example/\"]");
      registrar.refused(
          "invalid_client_metadata", m -> m.put("sector_identifier_uri", sector.url()));
      sector.publish("no json");
      registrar.refused(
          "invalid_client_metadata", m -> m.put("sector_identifier_uri", sector.url()));
      sector.answerWith(404);
      registrar.refused(
          "invalid_client_metadata", m -> m.put("sector_identifier_uri", sector.url()));
    }
    registrar.refused(
        "invalid_client_metadata", m -> m.put("sector_identifier_uri", "http://a.example/s"));
  }

  @Test
  @Spec("OpenID Connect Core §8.1")
  void itMayKnowPeopleByIdsOfItsOwn() {
    Answer made = registrar.register(Registrar.metadata().put("subject_type", "pairwise"));
    assertEquals(201, made.status(), made.json().toString());
    assertEquals("pairwise", made.text("subject_type"));
    ObjectNode protocol =
        (ObjectNode)
            provider.api().get("/api/applications/" + made.text("client_id") + "/protocol").json();
    assertEquals("pairwise", protocol.path("subjectType").asText());
    registrar.refused(
        "invalid_client_metadata",
        m -> {
          m.put("subject_type", "pairwise");
          m.withArray("redirect_uris").add("https://other.example/callback");
        });
  }

  @Test
  @Spec("OpenID Connect Core §6.1")
  @Spec("OpenID Connect Core §6.2")
  void aRequestNeedsNoSignatureUnlessTheClientSaidSo() {
    try (Publisher published = new Publisher("")) {
      ObjectNode metadata = Registrar.metadata();
      metadata.putArray("request_uris").add(published.url() + "#hash");
      TestClient client = registrar.client(registrar.register(metadata));
      published.publish(new PlainJWT(claims(client.id)).serialize());
      assertTrue(begin(client, published.url() + "#other").startsWith("/sign-in"));
      String handed = new PlainJWT(claims(client.id)).serialize();
      assertTrue(begin(client, "request", handed).startsWith("/sign-in"));
      // What the object says counts, and nothing around it.
      String other = "https://elsewhere.example/";
      String around =
          client.authorizationUrl("request", handed, "redirect_uri", other, "prompt", "none");
      assertTrue(Provider.location(provider.browser().get(around)).startsWith("/sign-in"));
      String unknown = begin(client, published.url() + "?x");
      assertTrue(unknown.contains("request_uri_not_supported"), unknown);
    }
  }

  @Test
  @Spec("OpenID Connect Core §6.2")
  @Spec("RFC 9101 §7")
  void aClientThatSignsItsRequestsIsHeldToThat() {
    SigningKey key = key();
    try (Publisher published = new Publisher("")) {
      ObjectNode metadata = Registrar.metadata().put("request_object_signing_alg", "RS256");
      metadata.putArray("request_uris").add(published.url());
      metadata.set("jwks", keys(key));
      TestClient client = registrar.client(registrar.register(metadata));
      published.publish(
          new JwsSigner(key)
              .sign("oauth-authz-req+jwt", JsonCodec.bytes(claims(client.id).toJSONObject())));
      assertTrue(begin(client, published.url()).startsWith("/sign-in"));
      String bare = new PlainJWT(claims(client.id)).serialize();
      published.publish(bare);
      for (String refused :
          List.of(begin(client, published.url()), begin(client, "request", bare))) {
        assertTrue(
            refused.startsWith(Registrar.REDIRECT + "&error=invalid_request_object"), refused);
      }
      String elsewhere =
          client.authorizationUrl("request", bare, "redirect_uri", "https://x.example/");
      assertEquals(400, provider.browser().get(elsewhere).statusCode());
    }
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  @Spec("OpenID Connect Core §3.1.2.1")
  void itNamesItsAddressInEveryRequest() {
    TestClient client = registrar.client(registrar.register(Registrar.metadata()));
    HttpResponse<String> refused =
        provider.browser().get(client.authorizationUrl("redirect_uri", ""));
    assertEquals(400, refused.statusCode());
    assertTrue(refused.headers().firstValue("location").isEmpty());
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  @Spec("RFC 9701 §6")
  void whatItSignsByAndIsSignedForItIsKept() {
    SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
    ObjectNode metadata =
        Registrar.metadata()
            .put("token_endpoint_auth_method", "private_key_jwt")
            .put("token_endpoint_auth_signing_alg", "ES256")
            .put("introspection_signed_response_alg", "PS256");
    metadata.set("jwks", keys(key));
    Answer made = registrar.register(metadata);
    assertEquals("ES256", made.text("token_endpoint_auth_signing_alg"));
    TestClient client = registrar.client(made);
    Answer told =
        client.post(
            "/oidc/token/introspection",
            asserted(client, key),
            "Accept",
            "application/token-introspection+jwt");
    provider.assertSigned(told.response().body(), "PS256");
    String path = "/api/applications/" + client.id + "/protocol";
    ObjectNode agreed = (ObjectNode) provider.api().get(path).json();
    agreed.put("tokenEndpointAuthSigningAlg", "PS256");
    assertEquals(200, provider.api().put(path, agreed.toString()).status());
    assertEquals(
        "invalid_client", client.post("/oidc/token/introspection", asserted(client, key)).error());
  }

  private Map<String, String> asserted(TestClient client, SigningKey key) {
    ObjectNode claims =
        JsonCodec.object()
            .put("iss", client.id)
            .put("sub", client.id)
            .put("aud", "http://localhost:3001/oidc")
            .put("jti", Ids.standardId())
            .put("exp", time.instant().plusSeconds(60).getEpochSecond());
    return Map.of(
        "token",
        "unknown",
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        new JwsSigner(key).sign("JWT", JsonCodec.bytes(claims)));
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  void whatIsRegisteredHoldsWhereARequestDoesNotSay() {
    ObjectNode metadata = Registrar.metadata().put("default_max_age", 60);
    TestClient client = registrar.client(registrar.register(metadata));
    EmulatedBrowser browser = provider.browser();
    String user = provider.person();
    browser.get(client.authorizationUrl("scope", "openid", "prompt", ""));
    browser.get(provider.signedIn().byPage(browser, client.id, user));
    clock.pass(Duration.ofSeconds(61));
    assertTrue(
        Provider.location(browser.get(client.authorizationUrl("scope", "openid", "prompt", "")))
            .startsWith("/sign-in"));
  }

  private static String token(String page) {
    int at = page.indexOf("name=\"form_token\" value=\"");
    assertTrue(at > 0, page);
    int from = at + "name=\"form_token\" value=\"".length();
    return page.substring(from, page.indexOf('"', from));
  }

  private static Answer exchange(TestClient client, String back, Answer made) {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            Provider.present(TestClient.query(back).get("code")),
            "code_verifier",
            TestClient.VERIFIER,
            "redirect_uri",
            Registrar.REDIRECT);
    String pair = made.text("client_id") + ":" + made.text("client_secret");
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return client.token(form, "Authorization", "Basic " + basic);
  }

  private JWTClaimsSet claims(String clientId) {
    Instant now = time.instant();
    return new JWTClaimsSet.Builder()
        .issuer(clientId)
        .audience("http://localhost:3001/oidc")
        .issueTime(Date.from(now))
        .claim("client_id", clientId)
        .claim("redirect_uri", Registrar.REDIRECT)
        .claim("response_type", "code")
        .claim("scope", "openid")
        .build();
  }

  private static SigningKey key() {
    return SigningKey.generate(SigningAlgorithm.RS256);
  }

  private static JsonNode keys(SigningKey key) {
    return JsonCodec.tree(new JWKSet(key.publicJwk()).toString());
  }

  private String begin(TestClient client, String requestUri) {
    return begin(client, "request_uri", requestUri);
  }

  private String begin(TestClient client, String name, String value) {
    return Provider.location(
        provider
            .browser()
            .get(
                "/oidc/auth?"
                    + TestClient.form(
                        Map.of(
                            "client_id",
                            client.id,
                            "redirect_uri",
                            Registrar.REDIRECT,
                            "response_type",
                            "code",
                            "scope",
                            "openid",
                            name,
                            value))));
  }
}
