package io.gatehouse.connectors.carrier;

import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import java.util.List;

/** From which address e-mail is sent, and in which words. */
public record Sender(Mailbox from, List<MessageTemplate> templates) {

  /** The message as an e-mail. */
  public Mail mail(Message message) {
    return Mail.of(message, MessageTemplate.choose(message, templates), from, null);
  }
}
