package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access tokens with the claims of a tenant's script. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class CustomClaimsFlowTest {
  private static final String MANAGEMENT = "https://default.logto.app/api";
  private static final String OF_PEOPLE = "/api/configs/jwt-customizer/access-token";
  private static final String OF_MACHINES = "/api/configs/jwt-customizer/client-credentials";

  @Inject Provider provider;

  private String user;
  private String indicator;
  private TestClient spa;

  @BeforeEach
  void prepare() {
    user = provider.person();
    indicator = "https://claims.example/" + user;
    provider.resourceWithRole(user, indicator, "read");
    spa = provider.application("SPA");
  }

  @AfterEach
  void forget() {
    provider.api().delete(OF_PEOPLE);
    provider.api().delete(OF_MACHINES);
  }

  @Test
  void aScriptAddsClaimsToThePersonsTokens() {
    script(
        OF_PEOPLE,
        """
        const getCustomJwtClaims = async ({ token, context, environmentVariables }) => ({
          plan: environmentVariables.PLAN, user: context.user.id, roles: context.user.roles,
          hasPassword: context.user.hasPassword, organizations: context.user.organizations,
          app: context.application.name, secret: context.application.secret, of: token,
        });
        """,
        "\"environmentVariables\":{\"PLAN\":\"gold\"}");
    JsonNode claims = TestClient.payload(tokens().text("access_token"));
    assertEquals("gold", claims.get("plan").asText());
    assertEquals(user, claims.get("user").asText());
    assertEquals(indicator, claims.at("/roles/0/scopes/0/resource/indicator").asText());
    assertEquals("read", claims.at("/roles/0/scopes/0/name").asText());
    assertTrue(claims.get("organizations").isEmpty());
    assertTrue(claims.get("hasPassword").isBoolean());
    assertTrue(claims.get("app").isTextual());
    assertFalse(claims.has("secret"));
    assertEquals(claims.get("jti"), claims.at("/of/jti"));
    assertEquals("AccessToken", claims.at("/of/kind").asText());
    assertEquals("authorization_code", claims.at("/of/gty").asText());
  }

  @Test
  void reservedClaimsStayAsTheyAre() {
    script(
        OF_PEOPLE,
        """
        const getCustomJwtClaims = () => ({
          sub: 'root', iss: 'https://evil.example', aud: 'x', exp: 1, iat: 1, jti: 'x', client_id: 'x', scope: 'all',
          mine: 1,
        });
        """,
        "\"blockIssuanceOnError\":true");
    JsonNode claims = TestClient.payload(tokens().text("access_token"));
    assertEquals(1, claims.get("mine").asInt());
    assertEquals(user, claims.get("sub").asText());
    assertEquals(indicator, claims.get("aud").asText());
    assertEquals("read", claims.get("scope").asText());
    assertEquals(spa.id, claims.get("client_id").asText());
    assertTrue(claims.get("exp").asLong() > 1 && claims.get("iat").asLong() > 1);
    assertNotEquals("x", claims.get("jti").asText());
    assertTrue(claims.get("iss").asText().endsWith("/oidc"));
  }

  @Test
  void aScriptRefusesAToken() {
    script(
        OF_PEOPLE, "const getCustomJwtClaims = ({ api }) => api.denyAccess('Not on Sundays')", "");
    Answer answer = tokens();
    assertEquals(400, answer.status());
    assertEquals("access_denied", answer.error());
    assertEquals("Not on Sundays", answer.text("error_description"));
  }

  @Test
  void aFailureIsNoObstacleUnlessTheTenantSaysSo() {
    script(OF_PEOPLE, "const getCustomJwtClaims = () => { throw new Error('broken') }", "");
    assertEquals(200, tokens().status());
    JsonNode logged =
        provider.api().get("/api/logs?logKey=JwtCustomizer.AccessToken&userId=" + user).json();
    assertEquals("broken", logged.at("/0/payload/error/message").asText(), logged.toString());
    script(
        OF_PEOPLE, "const getCustomJwtClaims = () => 'no object'", "\"blockIssuanceOnError\":true");
    Answer blocked = tokens();
    assertEquals("invalid_request", blocked.error());
  }

  @Test
  void aRefusalLeavesTheRefreshTokenGood() {
    Answer first = tokens();
    script(OF_PEOPLE, "const getCustomJwtClaims = ({ api }) => api.denyAccess()", "");
    String refresh = first.text("refresh_token");
    assertEquals("access_denied", spa.refresh(refresh, "resource", indicator).error());
    provider.api().delete(OF_PEOPLE);
    assertEquals(200, spa.refresh(refresh, "resource", indicator).status());
  }

  @Test
  void aScriptAddsClaimsToTheTokensOfMachines() {
    TestClient machine = provider.application("MachineToMachine");
    script(
        OF_MACHINES,
        """
        const getCustomJwtClaims = ({ token, context }) => ({ app: context.application.id, kind: token.kind, scope: 'all' });
        """,
        "");
    Answer answer =
        machine.token(
            Map.of("grant_type", "client_credentials", "resource", MANAGEMENT),
            "Authorization",
            basic(machine));
    assertEquals(200, answer.status(), answer.json().toString());
    JsonNode claims = TestClient.payload(answer.text("access_token"));
    assertEquals(machine.id, claims.get("app").asText());
    assertEquals("ClientCredentials", claims.get("kind").asText());
    assertFalse(claims.has("scope"), "no scope was granted, and a script cannot give one");
  }

  @Test
  void theScriptOfMachinesIsNotAskedAboutPeople() {
    script(OF_MACHINES, "const getCustomJwtClaims = ({ api }) => api.denyAccess()", "");
    assertEquals(200, tokens().status());
  }

  private Answer tokens() {
    String code =
        provider.code(
            user,
            provider.browser(),
            spa,
            "resource",
            indicator,
            "scope",
            "openid offline_access read");
    return spa.exchange(code, "resource", indicator);
  }

  private void script(String path, String script, String more) {
    String body =
        "{\"script\":" + JsonCodec.text(script) + (more.isEmpty() ? "" : "," + more) + "}";
    int status = provider.api().put(path, body).status();
    assertTrue(status == 200 || status == 201, path + " answered " + status);
  }

  private String basic(TestClient machine) {
    String pair = machine.id + ":" + provider.secretOf(machine);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
