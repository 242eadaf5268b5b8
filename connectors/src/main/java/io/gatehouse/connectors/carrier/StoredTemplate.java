package io.gatehouse.connectors.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import java.util.List;

/**
 * The wording of a message that is kept at the carrier, where it had to be approved; here is what
 * it is called there.
 *
 * @param usageType the type of messages it is for
 */
public record StoredTemplate(String usageType, String name) {

  /** The templates of the configuration, {@code key} being the field that names them. */
  public static List<StoredTemplate> read(Fields in, String key) {
    List<StoredTemplate> templates =
        in.list("templates", one -> new StoredTemplate(one.text("usageType"), one.text(key)));
    MessageTemplate.requireIndispensable(in, templates, StoredTemplate::usageType);
    return templates;
  }

  /** The one for the message's type, else the generic one. */
  public static StoredTemplate choose(Message message, List<StoredTemplate> templates) {
    return MessageTemplate.choose(message.type(), templates, StoredTemplate::usageType);
  }

  /** What a message is sent for: its code, or the link of an invitation. */
  public static String subjectMatter(Message message) {
    JsonNode payload = message.payload();
    return payload.path("code").asText(payload.path("link").asText());
  }

  /** The values that a template can take: the payload without what is nested in it. */
  public static ObjectNode values(Message message) {
    var values = JsonNodeFactory.instance.objectNode();
    message.payload().properties().stream()
        .filter(value -> value.getValue().isValueNode() && !value.getValue().isNull())
        .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
    return values;
  }
}
