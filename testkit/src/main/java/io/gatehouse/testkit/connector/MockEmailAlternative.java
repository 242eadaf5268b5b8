package io.gatehouse.testkit.connector;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;

/** A second mailer, to take the first one's place; nothing of its configuration must be there. */
public final class MockEmailAlternative implements EmailConnector {
  private final ConnectorMetadata metadata =
      Mock.message("mock-email-service-alternative", "mock-mail-alternative", "Mock Mail Service");

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    Fields.read(config, INVALID_CONFIG, MockEmailAlternative::visit);
  }

  private static boolean visit(Fields in) {
    in.optionalText("apiKey");
    in.optionalText("fromEmail");
    in.optionalText("fromName");
    if (!in.raw("templates").isMissingNode() && !in.raw("templates").isNull()) {
      in.list("templates", EmailRecord::visitTemplate);
    }
    return true;
  }

  @Override
  public void send(Message message, JsonNode config, Outside outside) {
    check(config);
    EmailRecord.write(message, config);
  }
}
