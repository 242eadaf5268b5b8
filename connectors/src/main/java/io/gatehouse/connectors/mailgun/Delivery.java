package io.gatehouse.connectors.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.Mailbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How messages of one type are worded: by HTML and perhaps plain text of the configuration, or by a
 * template that is kept at Mailgun.
 *
 * @param variables for the template, beside what the message itself brings; texts may name its
 *     values
 */
record Delivery(
    String subject,
    @Nullable Mailbox replyTo,
    @Nullable String html,
    @Nullable String text,
    @Nullable String template,
    JsonNode variables) {

  /** By types of messages. */
  static Map<String, Delivery> read(Fields in) {
    if (!in.raw("deliveries").isObject()) {
      in.wrongType("deliveries", "object", in.raw("deliveries"));
    }
    return in.nested(
        "deliveries",
        types -> {
          var deliveries = new LinkedHashMap<String, Delivery>();
          for (String type : types.names()) {
            deliveries.put(type, types.nested(type, Delivery::of));
          }
          return deliveries;
        });
  }

  private static Delivery of(Fields in) {
    String subject = in.optionalText("subject");
    String template = in.optionalText("template");
    return new Delivery(
        subject == null ? "" : subject,
        Mailbox.optional(in, "replyTo"),
        template == null ? in.text("html") : null,
        in.optionalText("text"),
        template,
        in.raw("variables"));
  }

  static Delivery choose(Message message, Map<String, Delivery> deliveries) {
    return MessageTemplate.choose(
            message.type(), List.copyOf(deliveries.entrySet()), Map.Entry::getKey)
        .getValue();
  }

  /** The message as Mailgun takes it. */
  Map<String, String> form(Message message, Mailbox from) {
    var words = new MessageTemplate("", "text/html", subject, html == null ? "" : html);
    var mail = Mail.of(message, words, from, replyTo);
    Map<String, String> form = Mailgun.addressed(mail);
    if (template != null) {
      form.put("template", template);
      form.put("t:variables", values(message).toString());
    } else {
      form.put("html", mail.content());
      if (text != null) {
        form.put("text", MessageTemplate.render(text, message.payload(), false));
      }
    }
    return form;
  }

  private ObjectNode values(Message message) {
    ObjectNode values = message.payload().deepCopy();
    for (var variable : variables.properties()) {
      JsonNode value = variable.getValue();
      if (value.isTextual()) {
        values.put(
            variable.getKey(), MessageTemplate.render(value.asText(), message.payload(), false));
      } else {
        values.set(variable.getKey(), value);
      }
    }
    return values;
  }
}
