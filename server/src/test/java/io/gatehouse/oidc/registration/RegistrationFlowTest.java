package io.gatehouse.oidc.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that register themselves, and what becomes of them. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class RegistrationFlowTest {
  private static final String PRIVATE_KEY =
      "{\"kty\":\"oct\",\"k\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}";
  private static final String TOKENS = Registrar.POLICY + "/initial-access-tokens";

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
  @Spec("OpenID Connect Registration §3.2")
  void aClientIsAnApplicationLikeAnyOther() {
    Answer made = registrar.register(Registrar.metadata());
    assertEquals(201, made.status(), made.json().toString());
    assertEquals("no-store", made.response().headers().firstValue("cache-control").orElse(""));
    String id = made.text("client_id");
    assertEquals(32, made.text("client_secret").length());
    assertEquals(0, made.json().get("client_secret_expires_at").asInt());
    assertEquals(43, made.text("registration_access_token").length());
    assertEquals("http://localhost:3001/oidc/reg/" + id, made.text("registration_client_uri"));
    assertEquals("RS256", made.text("id_token_signed_response_alg"));
    assertEquals("Mon application", made.text("client_name#fr"));
    JsonNode application = provider.api().get("/api/applications/" + id).json();
    assertEquals("Traditional", application.get("type").asText());
    assertEquals("Registered", application.get("name").asText());
    assertTrue(application.get("isThirdParty").asBoolean());
    assertTrue(
        provider.api().get("/api/applications/" + id + "/strict-oidc").text().contains("true"));
  }

  @Test
  void administratorsSeeWhoRegisteredItself() {
    Answer made = registrar.register(Registrar.metadata());
    String id = made.text("client_id");
    String ours =
        provider
            .api()
            .post("/api/applications", "{\"name\":\"Ours\",\"type\":\"SPA\"}")
            .json()
            .get("id")
            .asText();
    String registrations = "/api/application-registrations?applicationId=";
    JsonNode told = provider.api().get(registrations + id + "&applicationId=" + ours).json();
    assertEquals(1, told.size(), told.toString());
    assertEquals(id, told.get(0).get("applicationId").asText());
    assertEquals(
        made.json().get("client_id_issued_at").asLong(),
        told.get(0).get("registeredAt").asLong() / 1_000);
    assertEquals(400, provider.api().get(registrations + "x".repeat(3) + many(101)).status());
  }

  private static String many(int count) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < count; i++) {
      query.append("&applicationId=a").append(i);
    }
    return query.toString();
  }

  @Test
  @Spec("RFC 7591 §3.2.2")
  @Spec("OpenID Connect Registration §3.3")
  void whatIsWrongIsSaid() {
    registrar.refused(
        "invalid_redirect_uri", m -> m.putArray("redirect_uris").add("https://a.example/#x"));
    registrar.refused(
        "invalid_redirect_uri", m -> m.putArray("redirect_uris").add("https://*.a.example/"));
    registrar.refused(
        "invalid_redirect_uri", m -> m.putArray("redirect_uris").add("javascript:alert(1)"));
    registrar.refused("invalid_redirect_uri", m -> m.remove("redirect_uris"));
    registrar.refused("invalid_software_statement", m -> m.put("software_statement", "eyJ.e30.x"));
    registrar.refused("invalid_client_metadata", m -> m.put("subject_type", "secret"));
    registrar.refused(
        "invalid_client_metadata", m -> m.put("token_endpoint_auth_method", "guessing"));
    registrar.refused(
        "invalid_client_metadata", m -> m.put("initiate_login_uri", "http://app.example/"));
    registrar.refused("invalid_client_metadata", m -> m.put("logo_uri", "javascript:alert(1)"));
    registrar.refused("invalid_client_metadata", m -> m.put("policy_uri#de", "ftp://x"));
    registrar.refused(
        "invalid_client_metadata", m -> m.put("id_token_signed_response_alg", "none"));
    registrar.refused("invalid_client_metadata", m -> m.put("client_name", "a\u0000b"));
    registrar.refused("invalid_client_metadata", m -> m.putArray("grant_types").add("password"));
    registrar.refused("invalid_client_metadata", m -> m.putArray("response_types").add("id_token"));
    registrar.refused("invalid_client_metadata", m -> m.putArray("contacts").addObject());
    registrar.refused("invalid_client_metadata", m -> m.put("default_max_age", -1));
    registrar.refused(
        "invalid_client_metadata", m -> m.put("token_endpoint_auth_signing_alg", "none"));
    registrar.refused(
        "invalid_client_metadata",
        m -> m.set("jwks", JsonCodec.tree("{\"keys\":[" + PRIVATE_KEY + "]}")));
    registrar.refused(
        "invalid_client_metadata",
        m -> m.put("jwks_uri", "https://a.example/k").set("jwks", keys(key())));
    registrar.refused(
        "invalid_client_metadata", m -> m.put("token_endpoint_auth_method", "private_key_jwt"));
    assertEquals(
        "invalid_client_metadata", registrar.send("{\"client_name\":\"\\ud800\"}").error());
    assertEquals("invalid_client_metadata", registrar.send("[]").error());
    assertEquals("invalid_client_metadata", registrar.send("{").error());
    // Tokens that travel with the browser go to https, and not to the browser's own machine.
    registrar.refused(
        "invalid_redirect_uri",
        m -> {
          m.putArray("redirect_uris").add("http://app.example/");
          m.putArray("response_types").add("id_token");
          m.putArray("grant_types").add("implicit");
        });
  }

  @Test
  void theTenantSaysWhatClientsMayBe() {
    registrar.allow("\"access\":\"open\",\"perHour\":10000,\"redirectHosts\":[\"*.app.example\"]");
    registrar.refused("invalid_redirect_uri", m -> {});
    registrar.refused(
        "invalid_client_metadata",
        m -> {
          m.putArray("redirect_uris").add("https://one.app.example/");
          m.putArray("grant_types").add("client_credentials");
        });
    ObjectNode fits = Registrar.metadata();
    fits.putArray("redirect_uris").add("https://one.app.example/");
    fits.remove("post_logout_redirect_uris");
    assertEquals(201, registrar.register(fits).status());
  }

  @Test
  void kindsOfClientsBecomeKindsOfApplications() {
    assertEquals("SPA", type(Registrar.metadata().put("token_endpoint_auth_method", "none")));
    ObjectNode installed = Registrar.metadata().put("application_type", "native");
    installed.putArray("redirect_uris").add("com.example.app:/callback");
    assertEquals("Native", type(installed));
    ObjectNode machine = JsonCodec.object();
    machine.putArray("grant_types").add("client_credentials");
    assertEquals("MachineToMachine", type(machine));
    ObjectNode television = JsonCodec.object().put("token_endpoint_auth_method", "none");
    television.putArray("grant_types").add("urn:ietf:params:oauth:grant-type:device_code");
    Answer made = registrar.register(television);
    assertEquals(201, made.status(), made.json().toString());
    assertFalse(made.json().has("client_secret"));
    assertEquals(
        200,
        registrar
            .client(made)
            .post("/oidc/device/auth", Map.of("client_id", made.text("client_id")))
            .status());
  }

  @Test
  @Spec("RFC 7592 §2.1")
  @Spec("RFC 7592 §2.2")
  @Spec("RFC 7592 §2.3")
  void theRegistrationIsReadReplacedAndDeleted() {
    Answer made = registrar.register(Registrar.metadata());
    String path = "/oidc/reg/" + made.text("client_id");
    String token = made.text("registration_access_token");
    JsonNode read = registrar.manage("GET", path, token, null).json();
    assertEquals(made.text("client_secret"), read.get("client_secret").asText());
    assertEquals(token, read.get("registration_access_token").asText());
    assertEquals(
        made.text("registration_client_uri"), read.get("registration_client_uri").asText());
    assertEquals("https://app.example/login", made.text("initiate_login_uri"));
    assertEquals("https://app.example/login", read.get("initiate_login_uri").asText());
    ObjectNode changed = Registrar.metadata().put("client_name", "Renamed");
    assertEquals(
        "invalid_client_metadata",
        registrar.manage("PUT", path, token, changed.toString()).json().get("error").asText());
    changed.put("client_id", made.text("client_id")).put("client_secret", "guessed");
    assertEquals(400, registrar.manage("PUT", path, token, changed.toString()).status());
    changed.put("client_secret", made.text("client_secret"));
    changed.putArray("redirect_uris").add("https://app.example/other");
    ApiClient.Answer replaced = registrar.manage("PUT", path, token, changed.toString());
    assertEquals(200, replaced.status(), replaced.text());
    assertEquals("Renamed", replaced.json().get("client_name").asText());
    assertEquals(token, replaced.json().get("registration_access_token").asText());
    assertEquals(
        "https://app.example/login",
        registrar.manage("GET", path, token, null).json().get("initiate_login_uri").asText());
    assertEquals(
        "[\"https://app.example/other\"]", replaced.json().get("redirect_uris").toString());
    changed.put("token_endpoint_auth_method", "none");
    assertEquals(400, registrar.manage("PUT", path, token, changed.toString()).status());
    assertEquals(401, registrar.manage("GET", path, "x".repeat(43), null).status());
    assertEquals(401, registrar.manage("DELETE", path, null, null).status());
    assertEquals(204, registrar.manage("DELETE", path, token, null).status());
    ApiClient.Answer gone = registrar.manage("GET", path, token, null);
    assertEquals(401, gone.status());
    assertTrue(String.valueOf(gone.header("www-authenticate")).contains("invalid_token"));
    assertEquals(404, provider.api().get("/api/applications/" + made.text("client_id")).status());
  }

  @Test
  @Spec("RFC 7591 §3")
  void anInitialTokenLetsAsManyInAsItSays() throws Exception {
    registrar.allow("\"perHour\":10000");
    assertEquals(401, registrar.register(Registrar.metadata()).status());
    assertEquals(401, registrar.register(Registrar.metadata(), "x".repeat(43)).status());
    ApiClient.Answer made = provider.api().post(TOKENS, "{\"name\":\"For one\"}");
    assertEquals(201, made.status(), made.text());
    String token = made.json().get("token").asText();
    // What is refused uses nothing up.
    assertEquals(400, registrar.register(JsonCodec.object(), token).status());
    List<Answer> answers =
        Provider.atOnce(16, () -> registrar.register(Registrar.metadata(), token));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count());
    assertEquals(15, answers.stream().filter(answer -> answer.status() == 401).count());
    JsonNode listed = provider.api().get(TOKENS).json().get(0);
    assertEquals(0, listed.get("usesLeft").asInt());
    assertFalse(listed.has("token"));
  }

  @Test
  void anInitialTokenEnds() {
    registrar.allow("\"perHour\":10000");
    String end = Long.toString(time.instant().plus(Duration.ofHours(1)).toEpochMilli());
    JsonNode made =
        provider
            .api()
            .post(TOKENS, "{\"name\":\"For many\",\"uses\":null,\"expiresAt\":" + end + "}")
            .json();
    String token = made.get("token").asText();
    assertEquals(201, registrar.register(Registrar.metadata(), token).status());
    assertEquals(201, registrar.register(Registrar.metadata(), token).status());
    clock.pass(Duration.ofHours(2));
    assertEquals(401, registrar.register(Registrar.metadata(), token).status());
    clock.reset();
    String path = TOKENS + "/" + made.get("id").asText();
    assertEquals(204, provider.api().delete(path).status());
    assertEquals(404, provider.api().delete(path).status());
    assertEquals(401, registrar.register(Registrar.metadata(), token).status());
  }

  @Test
  void aNetworkRegistersNoMoreThanItMay() {
    clock.pass(Duration.ofDays(3));
    registrar.allow("\"access\":\"open\",\"perHour\":2");
    assertEquals(201, registrar.register(Registrar.metadata()).status());
    assertEquals(201, registrar.register(Registrar.metadata()).status());
    assertEquals(429, registrar.register(Registrar.metadata()).status());
    clock.pass(Duration.ofMinutes(61));
    assertEquals(201, registrar.register(Registrar.metadata()).status());
  }

  @Test
  @Spec("OpenID Connect Discovery §3")
  void discoveryTellsWhereItIsOnly() {
    String path = "/oidc/.well-known/openid-configuration";
    JsonNode on = provider.api().get(path).json();
    assertEquals("http://localhost:3001/oidc/reg", on.get("registration_endpoint").asText());
    provider.api().put(Registrar.POLICY, "{\"enabled\":false}");
    assertFalse(provider.api().get(path).json().has("registration_endpoint"));
    assertEquals(404, registrar.register(Registrar.metadata()).status());
  }

  private String type(ObjectNode metadata) {
    Answer made = registrar.register(metadata);
    assertEquals(201, made.status(), made.json().toString());
    return provider
        .api()
        .get("/api/applications/" + made.text("client_id"))
        .json()
        .get("type")
        .asText();
  }

  private static SigningKey key() {
    return SigningKey.generate(SigningAlgorithm.RS256);
  }

  private static JsonNode keys(SigningKey key) {
    return JsonCodec.tree(new JWKSet(key.publicJwk()).toString());
  }
}
