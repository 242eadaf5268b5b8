package io.gatehouse.testkit.connector;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;

/** Writes the last text message to a file. */
public final class MockSms implements SmsConnector {
  private final ConnectorMetadata metadata =
      Mock.message("mock-short-message-service", "mock-sms", "Mock SMS Service");

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    Fields.read(config, INVALID_CONFIG, MockSms::visit);
  }

  /** Looks at every field; the values are taken from the JSON when they are needed. */
  private static boolean visit(Fields in) {
    in.textOrEmpty("accountSID");
    in.textOrEmpty("authToken");
    in.textOrEmpty("fromMessagingServiceSID");
    in.list(
        "templates",
        template -> template.textOrEmpty("usageType") + template.textOrEmpty("content"));
    return true;
  }

  @Override
  public void send(Message message, JsonNode config, Outside outside) {
    check(config);
    Templates.choose(message.type(), config);
    ObjectNode written = JsonNodeFactory.instance.objectNode().put("phone", message.to());
    if (message.payload().has("code")) {
      written.set("code", message.payload().get("code"));
    }
    written.put("type", message.type()).set("payload", message.payload());
    MessageRecord.sms().overwrite(written);
  }
}
