package io.gatehouse.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The three mocks that write messages to files. */
class MessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SMS =
      """
      {"accountSID": "a", "authToken": "b", "fromMessagingServiceSID": "c", "templates": [
        {"usageType": "SignIn", "content": "{{code}}"}]}\
      """;

  private static final String EMAIL =
      """
      {"apiKey": "a", "fromEmail": "b", "templates": [
        {"usageType": "Generic", "type": "text/html", "subject": "any", "content": "any {{code}}"},
        {"usageType": "SignIn", "type": "text/html", "subject": "For {{ user.name }}",
         "content": "<{{code}}> {{user.nothing}}|{{user}}|{{ elsewhere.name }}|{{user.profile.city}}"}]}\
      """;

  private final Outside outside =
      new Outside(
          request -> {
            throw new IOException("nobody is there");
          },
          (host, port, timeout, local) -> {
            throw new IOException("nobody is there");
          },
          InstantSource.system(),
          new SecureRandom());

  @Test
  void aTextMessageIsWrittenAsOneLine() throws IOException {
    new MockSms()
        .send(message("+12025550123", "SignIn", "{\"code\": \"123456\"}"), json(SMS), outside);
    assertEquals(
        "{\"phone\":\"+12025550123\",\"code\":\"123456\",\"type\":\"SignIn\",\"payload\":{\"code\":\"123456\"}}\n",
        written("mock_sms_record.txt"));
  }

  @Test
  void aLaterMessageTakesTheEarlierOnesPlace() throws IOException {
    for (String code : new String[] {"111111", "222222"}) {
      var message = message("1", "SignIn", "{\"code\": \"" + code + "\"}");
      new MockSms().send(message, json(SMS), outside);
    }
    assertEquals(1, written("mock_sms_record.txt").lines().count());
    assertTrue(written("mock_sms_record.txt").contains("222222"));
  }

  @Test
  void anEmailIsWrittenWithItsTemplateAndWhatCameOfIt() throws IOException {
    String payload =
        "{\"code\": \"123456\", \"locale\": \"fr\", \"user\": {\"name\": \"A & B\", \"profile\": {\"city\": \"Lille\"}}}";
    new MockEmail().send(message("a@b.example", "SignIn", payload), json(EMAIL), outside);
    JsonNode written = json(written("mock_email_record.txt"));
    assertEquals("a@b.example", written.path("address").asText());
    assertEquals("123456", written.path("code").asText());
    assertEquals("SignIn", written.path("type").asText());
    assertEquals(json(payload), written.path("payload"));
    assertEquals(json(EMAIL).path("templates").get(1), written.path("template"));
    assertEquals("For A & B", written.path("subject").asText());
    assertEquals(
        "<123456> |{\"name\":\"A & B\",\"profile\":{\"city\":\"Lille\"}}|{{ elsewhere.name }}|Lille",
        written.path("content").asText());
  }

  @Test
  void theGenericTemplateServesOtherTypes() throws IOException {
    new MockEmail()
        .send(message("a@b.example", "Register", "{\"code\": \"1\"}"), json(EMAIL), outside);
    assertEquals("any 1", json(written("mock_email_record.txt")).path("content").asText());
  }

  @Test
  void theTenantsOwnTemplateGoesFirst() throws IOException {
    var own = new MessageTemplate("SignIn", "text/plain", "ours", "{{link}}");
    var payload = (ObjectNode) json("{\"link\": \"https://x.example\"}");
    new MockEmail()
        .send(new Message("a@b.example", "SignIn", payload, null, own), json(EMAIL), outside);
    JsonNode written = json(written("mock_email_record.txt"));
    assertEquals("ours", written.path("template").path("subject").asText());
    assertEquals("https://x.example", written.path("content").asText());
    assertFalse(written.has("code"));
  }

  @Test
  void withoutAFittingTemplateNothingIsSent() {
    var message = message("1", "Register", "{\"code\": \"1\"}");
    assertEquals(
        "connector.template_not_found",
        assertThrows(
                ConnectorException.class, () -> new MockSms().send(message, json(SMS), outside))
            .code());
    assertEquals(
        "connector.template_not_found",
        assertThrows(
                ConnectorException.class,
                () -> new MockEmailAlternative().send(message, json("{}"), outside))
            .code());
  }

  @Test
  void configurationsAreRefusedByTheirFields() throws IOException {
    new MockEmailAlternative().check(json("{}"));
    new MockEmailAlternative().check(json(EMAIL));
    for (String faulty :
        new String[] {"{}", "{\"apiKey\": 1}", "{\"apiKey\":\"\",\"fromEmail\":\"\"}"}) {
      assertEquals(
          "connector.invalid_config",
          assertThrows(ConnectorException.class, () -> new MockEmail().check(json(faulty))).code());
      assertThrows(ConnectorException.class, () -> new MockSms().check(json(faulty)));
    }
  }

  private static Message message(String to, String type, String payload) {
    return new Message(to, type, (ObjectNode) json(payload));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String written(String file) throws IOException {
    return Files.readString(Path.of(System.getenv("MOCK_CONNECTOR_MESSAGE_DIR"), file));
  }
}
