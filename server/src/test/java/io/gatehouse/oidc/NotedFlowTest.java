package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is noted of sign-ins and tokens: in the log, on the dashboard, at the account. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class NotedFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String user;
  private ApiClient api;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
    api = provider.api();
  }

  @Test
  void whoeverGetsAnAccessTokenWasActiveOnThatDay() {
    int before = activeToday();
    EmulatedBrowser browser = provider.browser();
    String code = provider.code(user, browser, spa);
    assertEquals(before, activeToday());
    Answer tokens = spa.exchange(code);
    assertEquals(before + 1, activeToday());
    spa.refresh(tokens.text("refresh_token"));
    assertEquals(before + 1, activeToday(), "once a day");
    machineToken();
    assertEquals(before + 1, activeToday(), "machines do not count");
  }

  @Test
  void aTokenThatTravelsWithTheBrowserCountsToo() {
    String body = "{\"responseTypes\":[\"code token\"]}";
    assertEquals(200, api.put("/api/applications/" + spa.id + "/protocol", body).status());
    int before = activeToday();
    EmulatedBrowser browser = provider.browser();
    browser.get(spa.authorizationUrl("response_type", "code token", "nonce", "n"));
    browser.get(provider.signedIn().byPage(browser, spa.id, user));
    assertEquals(before + 1, activeToday());
  }

  @Test
  void everyInteractionBeginsAndEndsInTheLog() {
    EmulatedBrowser browser = provider.browser();
    browser.get(spa.authorizationUrl("login_hint", "ines"));
    JsonNode begun = logged("Interaction.Create");
    assertEquals(1, begun.size());
    JsonNode begin = begun.at("/0/payload");
    assertEquals("login", begin.get("prompt").asText());
    assertEquals("ines", begin.at("/params/login_hint").asText());
    assertEquals("127.0.0.1", begin.get("ip").asText());
    assertEquals(21, begin.get("sessionId").asText().length());
    assertEquals(0, logged("Interaction.End").size());
    browser.get(provider.signedIn().byPage(browser, spa.id, user));
    JsonNode ended = logged("Interaction.End");
    assertEquals(1, ended.size());
    assertEquals(begin.get("sessionId"), ended.at("/0/payload/sessionId"));
    assertEquals(user, ended.at("/0/payload/userId").asText());
    browser.get(spa.authorizationUrl("prompt", "login"));
    assertEquals(2, logged("Interaction.Create").size());
    assertNotEquals(
        logged("Interaction.Create").at("/0/payload/sessionId"), begin.get("sessionId"));
  }

  @Test
  void refusedTokenRequestsAreLogged() {
    spa.token(Map.of("grant_type", "password", "client_id", spa.id, "username", "ines"));
    JsonNode unknown = logged("ExchangeTokenBy.Unknown").at("/0/payload");
    assertEquals("Error", unknown.get("result").asText());
    assertEquals("unsupported_grant_type", unknown.at("/error/error").asText());
    spa.token(Map.of("grant_type", "client_credentials", "client_id", spa.id));
    assertEquals(1, logged("ExchangeTokenBy.ClientCredentials").size());
    String nobody = "nobody-" + spa.id;
    spa.token(
        Map.of("grant_type", "refresh_token", "client_id", nobody, "refresh_token", "secret"));
    JsonNode stranger =
        params(api.get("/api/logs?logKey=ExchangeTokenBy.RefreshToken").json(), nobody);
    assertEquals("invalid_client", stranger.at("/error/error").asText());
    assertFalse(stranger.has("applicationId"));
    assertFalse(stranger.get("params").has("refresh_token"), stranger.toString());
  }

  @Test
  void theAccountKeepsTheApplicationThatItWasUsedAtFirst() {
    assertTrue(account().get("applicationId").isNull());
    provider.code(user, provider.browser(), spa);
    assertEquals(spa.id, account().get("applicationId").asText());
    provider.code(user, provider.browser(), provider.application("SPA"));
    assertEquals(spa.id, account().get("applicationId").asText());
    assertTrue(account().get("cimdClientId").isNull());
  }

  private static JsonNode params(JsonNode logs, String clientId) {
    for (JsonNode log : logs) {
      if (log.at("/payload/params/client_id").asText().equals(clientId)) {
        return log.get("payload");
      }
    }
    throw new AssertionError(clientId + " is not in " + logs);
  }

  private void machineToken() {
    TestClient machine = provider.application("MachineToMachine");
    api.post("/api/resources", "{\"name\":\"R\",\"indicator\":\"https://r/" + machine.id + "\"}");
    Answer token =
        machine.token(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                machine.id,
                "client_secret",
                provider.secretOf(machine),
                "resource",
                "https://r/" + machine.id));
    assertEquals(200, token.status(), token.json().toString());
  }

  private int activeToday() {
    return api.get("/api/dashboard/users/active").json().at("/dau/count").asInt();
  }

  private JsonNode logged(String key) {
    return api.get("/api/logs?logKey=" + key + "&applicationId=" + spa.id).json();
  }

  private JsonNode account() {
    return api.get("/api/users/" + user).json();
  }
}
