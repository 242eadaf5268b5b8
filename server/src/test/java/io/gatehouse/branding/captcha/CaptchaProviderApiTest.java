package io.gatehouse.branding.captcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
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
class CaptchaProviderApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private static final String PROVIDER = "/api/captcha-provider";

  @Test
  void aProviderIsConfiguredReplacedAndDeleted() {
    api.delete(PROVIDER);
    assertEquals("entity.not_found", api.get(PROVIDER).code());
    Answer made =
        api.put(
            PROVIDER,
            "{\"config\":{\"type\":\"Turnstile\",\"siteKey\":\"s\",\"secretKey\":\"k\",\"other\":1}}");
    assertEquals(200, made.status(), made.text());
    assertEquals(
        "{\"type\":\"Turnstile\",\"siteKey\":\"s\",\"secretKey\":\"k\"}",
        made.json().get("config").toString());
    Answer other =
        api.put(
            PROVIDER,
            "{\"config\":{\"type\":\"RecaptchaEnterprise\",\"siteKey\":\"s\",\"secretKey\":\"k\",\"projectId\":\"p\",\"mode\":\"checkbox\"}}");
    assertEquals(made.json().get("id"), other.json().get("id"));
    assertEquals("checkbox", other.json().at("/config/mode").asText());
    assertEquals(other.text(), api.get(PROVIDER).text());
    assertFalse(shown().has("captchaConfig"));
    api.patch("/api/sign-in-exp", "{\"captchaPolicy\":{\"enabled\":true}}");
    assertEquals(
        "{\"type\":\"RecaptchaEnterprise\",\"siteKey\":\"s\",\"mode\":\"checkbox\"}",
        shown().path("captchaConfig").toString());
    assertEquals(204, api.delete(PROVIDER).status());
    assertEquals(
        "{\"enabled\":false}", api.get("/api/sign-in-exp").json().get("captchaPolicy").toString());
    assertEquals(204, api.delete(PROVIDER).status());
  }

  private JsonNode shown() {
    return clients.anonymous().get("/api/.well-known/sign-in-exp").json();
  }

  @Test
  void eachProviderNeedsItsOwnKeys() {
    Answer answer =
        api.put(
            PROVIDER,
            "{\"config\":{\"type\":\"RecaptchaEnterprise\",\"siteKey\":\"s\",\"secretKey\":\"k\"}}");
    assertEquals(400, answer.status());
    assertEquals("[\"config\",\"projectId\"]", answer.json().at("/data/issues/0/path").toString());
  }
}
