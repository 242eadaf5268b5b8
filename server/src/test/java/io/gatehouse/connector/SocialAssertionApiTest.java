package io.gatehouse.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SocialAssertionApiTest {
  @Inject ApiClients clients;

  @Test
  void noSocialConnectorTakesAnAssertion() {
    ApiClient api = clients.management();
    Answer unknown = api.post("/api/authn/saml/unknown", "{}");
    assertEquals(422, unknown.status());
    assertEquals("session.invalid_connector_id", unknown.code());
    try (StandInProvider provider = new StandInProvider()) {
      String id =
          api.post(
                  "/api/connectors",
                  "{\"connectorId\":\"oauth2\",\"config\":%s,\"metadata\":{\"target\":\"t%s\",\"name\":{\"en\":\"x\"}}}"
                      .formatted(provider.config(), Ids.shortId()))
              .json()
              .get("id")
              .asText();
      String path = "/api/authn/saml/" + id;
      assertEquals("connector.invalid_response", api.post(path, "{}").code());
      Answer refused = api.post(path, "{\"SAMLResponse\":\"x\",\"RelayState\":\"y\"}");
      assertEquals(501, refused.status());
      assertEquals("connector.not_implemented", refused.code());
      assertEquals(204, api.delete("/api/connectors/" + id).status());
    }
  }
}
