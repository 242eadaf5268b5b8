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
    JsonNode paths = answer.json().get("paths");
    JsonNode roles = paths.get("/api/roles");
    assertEquals("ListRoles", roles.get("get").get("operationId").asText());
    assertTrue(roles.get("get").get("parameters").findValuesAsText("name").contains("page_size"));
    JsonNode body = roles.get("post").get("requestBody").get("content");
    String input = body.elements().next().get("schema").get("$ref").asText();
    JsonNode schema = answer.json().at(input.substring(1));
    assertEquals(128, schema.get("properties").get("name").get("maxLength").asInt());
    assertFalse(paths.has("/api/experience"));
    assertEquals(200, clients.anonymous().get("/api/swagger.json").status());
  }
}
