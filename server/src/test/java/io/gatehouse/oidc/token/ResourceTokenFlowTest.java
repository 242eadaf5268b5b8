package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access tokens for API resources. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ResourceTokenFlowTest {
  @Inject Provider provider;
  @Inject ApiClients clients;

  private String user;

  @BeforeEach
  void prepare() {
    user = provider.person();
  }

  @Test
  @Spec("RFC 8707 §2")
  @Spec("RFC 9068 §2.2")
  void aTokenForAResourceHoldsWhatWasAskedAndTheRolesAllow() {
    String indicator = "https://provider.api().example/" + user;
    provider.resourceWithRole(user, indicator, "read", "write");
    TestClient web = provider.application("SPA");
    String code =
        provider.code(
            user,
            provider.browser(),
            web,
            "resource",
            indicator,
            "scope",
            "openid offline_access read delete");
    Answer tokens = web.exchange(code, "resource", indicator);
    assertEquals(200, tokens.status(), tokens.json().toString());
    JsonNode claims = TestClient.payload(tokens.text("access_token"));
    assertEquals("at+jwt", TestClient.header(tokens.text("access_token")).get("typ").asText());
    assertEquals(indicator, claims.get("aud").asText());
    assertEquals("read", claims.get("scope").asText());
    assertEquals(web.id, claims.get("client_id").asText());
    assertEquals(
        "invalid_target",
        web.refresh(tokens.text("refresh_token"), "resource", "https://other.example").error());
    assertEquals(43, web.refresh(tokens.text("refresh_token")).text("access_token").length());
  }

  @Test
  void severalResourcesAtOnceStandForTheTenantsOwn() {
    String indicator = "https://several.example/" + user;
    String id = provider.resourceWithRole(user, indicator, "read");
    TestClient spa = provider.application("SPA");
    String[] asked = {"resource", indicator, "scope", "openid offline_access read"};
    Answer tokens = spa.exchange(provider.code(user, provider.browser(), spa, asked));
    String several =
        "grant_type=refresh_token&client_id=%s&resource=%s&resource=https://other.example&refresh_token="
            .formatted(spa.id, indicator);
    Answer opaque = spa.tokenOf(several + tokens.text("refresh_token"));
    assertEquals(43, opaque.text("access_token").length(), opaque.json().toString());
    String resource = "/api/resources/" + id + "/is-default";
    assertEquals(200, provider.api().patch(resource, "{\"isDefault\":true}").status());
    try {
      Answer signed = spa.tokenOf(several + opaque.text("refresh_token"));
      assertEquals(indicator, TestClient.payload(signed.text("access_token")).get("aud").asText());
    } finally {
      provider.api().patch(resource, "{\"isDefault\":false}");
    }
  }

  @Test
  @Spec("RFC 6749 §4.4")
  void aMachineGetsATokenByItsRoles() {
    TestClient machine = provider.application("MachineToMachine");
    String secret = provider.secretOf(machine);
    String basic =
        "Basic "
            + java.util.Base64.getEncoder().encodeToString((machine.id + ":" + secret).getBytes());
    Map<String, String> form =
        Map.of(
            "grant_type",
            "client_credentials",
            "resource",
            "https://default.logto.app/api",
            "scope",
            "all");
    Answer none = machine.token(form, "Authorization", basic);
    assertEquals(200, none.status(), none.json().toString());
    assertFalse(none.json().has("scope"));
    String role = provider.roleNamed("Logto Management API access");
    assertEquals(
        201,
        provider
            .api()
            .post(
                "/api/roles/" + role + "/applications",
                "{\"applicationIds\":[\"" + machine.id + "\"]}")
            .status());
    Answer all = machine.token(form, "Authorization", basic);
    assertEquals("all", all.text("scope"));
    assertEquals(200, clients.with(all.text("access_token")).get("/api/roles").status());
    assertEquals(
        "invalid_target",
        machine.token(Map.of("grant_type", "client_credentials"), "Authorization", basic).error());
    assertEquals(
        "invalid_request",
        machine.token(Map.of("grant_type", "authorization_code"), "Authorization", basic).error());
  }
}
