package io.gatehouse.testkit.connector;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;

/** Writes the last e-mail to a file. */
public final class MockEmail implements EmailConnector {
  private final ConnectorMetadata metadata =
      Mock.message("mock-email-service", "mock-mail", "Mock Mail Service");

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    Fields.read(config, INVALID_CONFIG, MockEmail::visit);
  }

  private static boolean visit(Fields in) {
    in.textOrEmpty("apiKey");
    in.textOrEmpty("fromEmail");
    in.optionalText("fromName");
    in.list("templates", EmailRecord::visitTemplate);
    return true;
  }

  @Override
  public void send(Message message, JsonNode config, Outside outside) {
    check(config);
    EmailRecord.write(message, config);
  }
}
