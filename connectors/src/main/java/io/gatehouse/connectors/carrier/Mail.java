package io.gatehouse.connectors.carrier;

import static io.gatehouse.connectors.ConnectorError.INVALID_REQUEST_PARAMETERS;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import org.jspecify.annotations.Nullable;

/** A message as an e-mail: addressed, worded, and nothing in it breaks out of its line. */
public record Mail(
    String to,
    Mailbox from,
    @Nullable Mailbox replyTo,
    String subject,
    String content,
    boolean html) {

  /**
   * The message in the words of a template, which may also name the sender, or give a whole
   * address, and say where answers go.
   */
  public static Mail of(
      Message message, MessageTemplate template, Mailbox from, @Nullable Mailbox replyTo) {
    JsonNode payload = message.payload();
    return new Mail(
        recipient(message.to()),
        sender(template.sendFrom(), payload, from),
        answersTo(template.replyTo(), payload, replyTo),
        line(template.subject(), payload),
        template.render(payload),
        template.html());
  }

  /** Who gets it; nothing that would be read as more than one address. */
  public static String recipient(String to) {
    if (!Mailbox.parse(to).address().equals(to)) {
      throw INVALID_REQUEST_PARAMETERS.exception("The recipient is not a plain e-mail address.");
    }
    return to;
  }

  private static Mailbox sender(@Nullable String template, JsonNode payload, Mailbox configured) {
    if (template == null || template.isBlank()) {
      return configured;
    }
    String text = line(template, payload);
    return text.contains("@") ? Mailbox.parse(text) : configured.named(text);
  }

  private static @Nullable Mailbox answersTo(
      @Nullable String template, JsonNode payload, @Nullable Mailbox configured) {
    if (template == null || template.isBlank()) {
      return configured;
    }
    String text = line(template, payload);
    return text.isBlank() ? null : Mailbox.parse(text);
  }

  /** A text with the payload's values; with a line break it would become a header of its own. */
  private static String line(String template, JsonNode payload) {
    String text = MessageTemplate.render(template, payload, false);
    if (!Mailbox.oneLine(text)) {
      throw INVALID_REQUEST_PARAMETERS.exception("A header of the message has a line break in it.");
    }
    return text;
  }
}
