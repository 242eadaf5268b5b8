package io.gatehouse.testkit.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;

/** What the mock mailers write of an e-mail, and the templates that they take it from. */
final class EmailRecord {
  private EmailRecord() {}

  static boolean visitTemplate(Fields in) {
    in.textOrEmpty("usageType");
    in.textOrEmpty("type");
    in.textOrEmpty("subject");
    in.textOrEmpty("content");
    return true;
  }

  /** The tenant's own template goes before those of the configuration. */
  static void write(Message message, JsonNode config) {
    MessageTemplate own = message.template();
    JsonNode template = own == null ? Templates.choose(message.type(), config) : shown(own);
    ObjectNode payload = message.payload();
    ObjectNode written = JsonNodeFactory.instance.objectNode().put("address", message.to());
    if (payload.has("code")) {
      written.set("code", payload.get("code"));
    }
    written.put("type", message.type()).set("payload", payload);
    written.set("template", template);
    written.put("subject", rendered(template, "subject", payload));
    written.put("content", rendered(template, "content", payload));
    MessageRecord.email().overwrite(written);
  }

  /** As it is stored, without its language. */
  private static ObjectNode shown(MessageTemplate own) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.put("subject", own.subject()).put("content", own.content());
    shown.put("contentType", own.contentType());
    if (own.replyTo() != null) {
      shown.put("replyTo", own.replyTo());
    }
    if (own.sendFrom() != null) {
      shown.put("sendFrom", own.sendFrom());
    }
    return shown;
  }

  /** Values are written as they are, so that tests can compare them. */
  private static String rendered(JsonNode template, String part, ObjectNode payload) {
    return MessageTemplate.render(template.path(part).asText(), payload, false);
  }
}
