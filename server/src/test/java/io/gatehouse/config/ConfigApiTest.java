package io.gatehouse.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.SigningKeys;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ConfigApiTest {
  private static final String KEYS = "/api/configs/oidc/private-keys";
  private static final String COOKIES = "/api/configs/oidc/cookie-keys";
  @Inject ApiClients clients;
  @Inject SigningKeys keys;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void signingKeysSucceedOneAnother() {
    JsonNode first = api.get(KEYS).json();
    assertEquals(1, first.size(), first.toString());
    assertEquals("EC", first.get(0).get("signingKeyAlgorithm").asText());
    assertFalse(first.get(0).has("effectiveAt"));
    assertTrue(first.get(0).get("createdAt").asLong() < 10_000_000_000L);
    String only = first.get(0).get("id").asText();
    assertEquals("oidc.key_required", api.delete(KEYS + "/" + only).code());
    Answer rotated = api.send("POST", KEYS + "/rotate", null);
    assertEquals(200, rotated.status(), rotated.text());
    assertEquals("Current", rotated.json().get(0).get("status").asText());
    assertEquals("Previous", rotated.json().get(1).get("status").asText());
    assertEquals(only, rotated.json().get(1).get("id").asText());
    Answer next =
        api.post(KEYS + "/rotate", "{\"signingKeyAlgorithm\":\"EC\",\"rotationGracePeriod\":3600}");
    assertEquals("Next", next.json().get(0).get("status").asText(), next.text());
    assertTrue(next.json().get(0).get("effectiveAt").asLong() > 10_000_000_000L);
    assertEquals(3, keys.ring(TenantId.DEFAULT).published().getKeys().size());
    assertEquals("oidc.invalid_request", api.post(KEYS + "/rotate", "{}").code());
    String current = next.json().get(1).get("id").asText();
    assertEquals("oidc.only_previous_key_can_be_deleted", api.delete(KEYS + "/" + current).code());
    assertEquals("oidc.key_not_found", api.delete(KEYS + "/none").code());
    assertEquals(204, api.delete(KEYS + "/" + only).status());
    assertEquals(
        1, keys.list(TenantId.ADMIN).size() + (keys.list(TenantId.ADMIN).isEmpty() ? 1 : 0));
  }

  @Test
  void cookieKeysAreKeptTwoAtATime() {
    String first = api.get(COOKIES).json().get(0).get("id").asText();
    assertEquals("oidc.key_required", api.delete(COOKIES + "/" + first).code());
    JsonNode two = api.post(COOKIES + "/rotate", "{}").json();
    assertEquals(2, two.size());
    assertEquals(first, two.get(1).get("id").asText());
    JsonNode again = api.post(COOKIES + "/rotate", "{}").json();
    assertEquals(2, again.size());
    assertNotEquals(first, again.get(1).get("id").asText());
    assertEquals(
        "oidc.invalid_request",
        api.post(COOKIES + "/rotate", "{\"rotationGracePeriod\":0}").code());
    assertEquals("oidc.key_not_found", api.delete(COOKIES + "/none").code());
    assertEquals(204, api.delete(COOKIES + "/" + again.get(0).get("id").asText()).status());
    assertEquals("guard.invalid_input", api.get("/api/configs/oidc/other-keys").code());
  }

  @Test
  void theLifeOfSessionsIsSet() {
    assertEquals("{\"ttl\":1209600}", api.get("/api/configs/oidc/session").text());
    assertEquals("{\"ttl\":1209600}", api.patch("/api/configs/oidc/session", "{}").text());
    assertEquals(
        "guard.invalid_input", api.patch("/api/configs/oidc/session", "{\"ttl\":0}").code());
    assertEquals("{\"ttl\":60}", api.patch("/api/configs/oidc/session", "{\"ttl\":60}").text());
    assertEquals("{\"ttl\":60}", api.get("/api/configs/oidc/session").text());
    api.patch("/api/configs/oidc/session", "{\"ttl\":1209600}");
  }

  @Test
  void theClaimsOfIdTokensAreChosen() {
    String seeded = api.get("/api/configs/id-token").text();
    assertEquals(
        "{\"enabledExtendedClaims\":[\"roles\",\"organizations\",\"organization_roles\"]}", seeded);
    assertEquals("{}", api.put("/api/configs/id-token", "{}").text());
    assertEquals("{}", api.get("/api/configs/id-token").text());
    assertEquals(
        "guard.invalid_input",
        api.put("/api/configs/id-token", "{\"enabledExtendedClaims\":[\"address\"]}").code());
    assertEquals(seeded, api.put("/api/configs/id-token", seeded).text());
  }

  @Test
  void theConsoleRemembers() {
    assertEquals(
        "{\"signInExperienceCustomized\":false,\"organizationCreated\":false}",
        api.get("/api/configs/admin-console").text());
    Answer changed =
        api.patch("/api/configs/admin-console", "{\"organizationCreated\":true,\"x\":1}");
    assertEquals(
        "{\"signInExperienceCustomized\":false,\"organizationCreated\":true}", changed.text());
    assertEquals(200, api.patch("/api/configs/admin-console", "{}").status());
  }

  @Test
  void theServerSaysThatItIsThereToAnybody() {
    Answer status = clients.anonymous().get("/api/status");
    assertEquals(204, status.status());
    assertEquals("", status.text());
    Answer wrong = clients.anonymous().get("/api/status", "Logto-Status-Api-Key", "wrong");
    assertEquals(204, wrong.status());
    assertFalse(wrong.response().headers().map().containsKey("logto-tenant-id"));
  }

  @Test
  void clientsMayBeKnownByTheirMetadata() {
    assertEquals(200, api.patch("/api/configs/cimd", "{}").status());
    assertEquals("{\"enabled\":true}", api.patch("/api/configs/cimd", "{\"enabled\":true}").text());
    assertEquals("{\"enabled\":true}", api.get("/api/configs/cimd").text());
    assertEquals(
        "{\"enabled\":false}", api.patch("/api/configs/cimd", "{\"enabled\":false}").text());
    assertEquals(400, api.patch("/api/configs/cimd", "{\"enabled\":1}").status());
  }
}
