package io.gatehouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.testkit.Client.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tenant's own templates go before those of the connector, whatever the message is. */
@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class WordingTest {
  private static final String OWN =
      """
      {"templates": [
        {"languageTag": "en", "templateType": "Generic", "details": {"subject": "Ours {{code}}", "content": "c"}},
        {"languageTag": "fr", "templateType": "Generic", "details": {"subject": "Le nôtre {{code}}", "content": "c"}},
        {"languageTag": "en", "templateType": "OrganizationInvitation", "details":
          {"subject": "Join {{organization.name}}", "content": "{{link}}", "contentType": "text/plain"}}]}
      """;

  private final Client client = new Client(OwnDatabase.core(), "anybody");
  private String connector = "";

  @BeforeEach
  void configure() {
    connector =
        made(
            "/api/connectors",
            "{\"connectorId\": \"mock-email-service\", \"config\": " + config() + "}");
    Answer written = client.put("/api/email-templates", OWN);
    assertEquals(200, written.status(), written.text());
  }

  @AfterEach
  void restore() {
    client.delete("/api/connectors/" + connector);
    client.delete("/api/email-templates?languageTag=en");
    client.delete("/api/email-templates?languageTag=fr");
  }

  @Test
  void anInvitationIsWrittenInTheTenantsWords() throws IOException {
    String organization = made("/api/organizations", "{\"name\": \"Bakers\"}");
    String invitation =
        made(
            "/api/organization-invitations",
            """
            {"invitee": "guest@example.org", "organizationId": "%s", "expiresAt": %d,
             "messagePayload": {"link": "https://example.org/join"}}
            """
                .formatted(organization, System.currentTimeMillis() + 600_000));
    assertEquals("Join Bakers", last().get("subject").asText());
    assertEquals("https://example.org/join", last().get("content").asText());
    String again = "/api/organization-invitations/" + invitation + "/message";
    assertEquals(204, client.post(again, "{\"link\": \"two\", \"locale\": \"fr\"}").status());
    assertEquals("two", last().get("content").asText(), "there is no French one: the tenant's own");
  }

  @Test
  void aTrialShowsTheTenantsWords() throws IOException {
    String path = "/api/connectors/mock-email-service/test";
    String body = "{\"email\": \"a@example.org\", \"config\": " + config();
    assertEquals(204, client.post(path, body + "}").status());
    assertEquals("Ours 000000", last().get("subject").asText());
    assertEquals(204, client.post(path, body + ", \"locale\": \"fr\"}").status());
    assertEquals("Le nôtre 000000", last().get("subject").asText());
    assertEquals(204, client.post(path, body + ", \"locale\": \"fr-CA\"}").status());
    assertEquals("Ours 000000", last().get("subject").asText());
  }

  private String made(String path, String body) {
    Answer answer = client.post(path, body);
    assertEquals(2, answer.status() / 100, answer.text());
    return answer.json().path("id").asText();
  }

  private static String config() {
    return """
    {"apiKey": "k", "fromEmail": "noreply@example.org", "templates": [
      {"usageType": "Generic", "type": "text/plain", "subject": "Theirs", "content": "{{code}}"}]}
    """;
  }

  private static JsonNode last() throws IOException {
    Path file = Path.of(System.getenv("MOCK_CONNECTOR_MESSAGE_DIR"), "mock_email_record.txt");
    return new ObjectMapper().readTree(Files.readString(file));
  }
}
