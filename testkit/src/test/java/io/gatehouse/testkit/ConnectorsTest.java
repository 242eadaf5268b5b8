package io.gatehouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.testkit.Client.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The mocks, as clients of the Management API use them. */
@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class ConnectorsTest {
  private static final String EMAIL =
      """
      {"apiKey": "a", "fromEmail": "b", "templates": [
        {"usageType": "Generic", "type": "text/plain", "subject": "Hello", "content": "{{code}} {{ locale }}"}]}\
      """;

  private final Client client = new Client(OwnDatabase.core(), "anybody");

  @Test
  void anEmailIsInItsFileOnceTheRequestIsAnswered() throws IOException {
    Answer made =
        client.post(
            "/api/connectors",
            "{\"connectorId\": \"mock-email-service\", \"config\": %s}".formatted(EMAIL));
    assertEquals(200, made.status(), made.text());
    Answer sent =
        client.post(
            "/api/connectors/mock-email-service/test",
            "{\"email\": \"a@b.example\", \"config\": %s, \"locale\": \"fr\"}".formatted(EMAIL));
    assertEquals(204, sent.status(), sent.text());
    JsonNode written =
        new ObjectMapper()
            .readTree(
                Files.readString(
                    Path.of(System.getenv("MOCK_CONNECTOR_MESSAGE_DIR"), "mock_email_record.txt")));
    assertEquals("a@b.example", written.path("address").asText());
    assertEquals("000000", written.path("code").asText());
    assertEquals("Generic", written.path("type").asText());
    assertEquals("000000 fr", written.path("content").asText());
  }

  @Test
  void aConfigurationThatTheMockRefusesIsNotStored() {
    Answer refused =
        client.post(
            "/api/connectors",
            "{\"connectorId\": \"mock-short-message-service\", \"config\": {\"accountSID\": \"a\"}}");
    assertEquals(400, refused.status(), refused.text());
    assertEquals("connector.invalid_config", refused.json().path("code").asText());
  }

  @Test
  void theMockProvidersAddressCarriesTheStateAndTheRedirectUri() {
    Answer made =
        client.post(
            "/api/connectors",
            "{\"connectorId\": \"mock-social-connector\", \"config\": {\"clientId\": \"a\", \"clientSecret\": \"b\"}}");
    assertEquals(200, made.status(), made.text());
    Answer sent =
        client.post(
            "/api/connectors/" + made.json().path("id").asText() + "/authorization-uri",
            "{\"state\": \"s\", \"redirectUri\": \"http://localhost/callback\"}");
    assertEquals(
        "http://mock-social/?state=s&redirect_uri=http%3A%2F%2Flocalhost%2Fcallback&scope=email+profile",
        sent.json().path("redirectTo").asText(), sent.text());
  }

  @Test
  void theMocksAreAmongTheFactories() {
    JsonNode factory = client.get("/api/connector-factories/mock-social-connector").json();
    assertEquals("mock-social", factory.path("target").asText());
    assertEquals("Universal", factory.path("platform").asText());
    assertEquals(true, factory.path("isTokenStorageSupported").asBoolean());
    assertNotEquals("", factory.path("logo").asText());
  }
}
