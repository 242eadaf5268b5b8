package io.gatehouse.access.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ProtectedResourceApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  @Spec("RFC 9728 §2")
  @Spec("RFC 9728 §3.1")
  void anApiLearnsWhatToPublishAndWhere() {
    String host = "https://" + Ids.shortId() + ".example";
    String id = resource(host + "/api?x=1");
    api.post("/api/resources/" + id + "/scopes", "{\"name\":\"read:books\"}");
    JsonNode told = metadata(id);
    JsonNode document = told.get("document");
    assertEquals(host + "/api?x=1", document.get("resource").asText());
    assertEquals(
        "[\"http://localhost:3001/oidc\"]", document.get("authorization_servers").toString());
    assertEquals("[\"read:books\"]", document.get("scopes_supported").toString());
    assertEquals("[\"header\"]", document.get("bearer_methods_supported").toString());
    String address = host + "/.well-known/oauth-protected-resource/api?x=1";
    assertEquals(address, told.get("address").asText());
    assertEquals("Bearer resource_metadata=\"" + address + "\"", told.get("challenge").asText());
  }

  @Test
  void aRootHasItsDocumentAtTheRootAndAUrnHasNone() {
    String host = "https://" + Ids.shortId() + ".example";
    assertEquals(
        host + "/.well-known/oauth-protected-resource",
        metadata(resource(host + "/")).get("address").asText());
    JsonNode urn = metadata(resource("urn:books:" + Ids.shortId()));
    assertFalse(urn.has("address"));
    assertFalse(urn.has("challenge"));
    assertEquals(404, api.get("/api/resources/none/protected-resource-metadata").status());
  }

  private JsonNode metadata(String id) {
    return api.get("/api/resources/" + id + "/protected-resource-metadata").json();
  }

  private String resource(String indicator) {
    return api.post("/api/resources", "{\"name\":\"Books\",\"indicator\":\"" + indicator + "\"}")
        .json()
        .get("id")
        .asText();
  }
}
