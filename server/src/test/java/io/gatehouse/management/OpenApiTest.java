package io.gatehouse.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OpenApiTest {
  @Inject ApiClients clients;

  @Test
  void theManagementApiIsDescribedForEverybody() {
    Answer answer = clients.anonymous().get("/api/.well-known/management.openapi.json");
    assertEquals(200, answer.status(), answer.text());
    assertEquals("3.0.1", answer.json().get("openapi").asText());
    assertEquals("http://localhost:3001", answer.json().at("/servers/0/url").asText());
    JsonNode paths = answer.json().get("paths");
    JsonNode roles = paths.get("/api/roles");
    assertEquals("ListRoles", roles.get("get").get("operationId").asText());
    assertTrue(roles.get("get").get("parameters").findValuesAsText("name").contains("page_size"));
    JsonNode body = roles.get("post").get("requestBody").get("content");
    JsonNode schema = body.get("application/json").get("schema");
    assertEquals("[\"name\",\"description\"]", schema.get("required").toString());
    assertEquals(128, schema.get("properties").get("name").get("maxLength").asInt());
    assertFalse(paths.has("/api/experience"));
    assertEquals(200, clients.anonymous().get("/api/swagger.json").status());
  }
}
