package io.gatehouse.connectors.mailjunky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.MailApi;

/**
 * Sends e-mail through MailJunky.
 *
 * <p>[Emails](https://mailjunky.ai/api-reference)
 */
public final class MailJunky extends MailApi {
  public MailJunky() {
    super("https://mailjunky.ai/api/v1/emails/send");
  }

  @Override
  protected JsonNode write(Mail mail) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("from", mail.from().toString());
    body.putArray("to").add(mail.to());
    if (mail.replyTo() != null) {
      body.putArray("reply_to").add(mail.replyTo().toString());
    }
    body.put("subject", mail.subject()).put(mail.html() ? "html" : "text", mail.content());
    return body;
  }
}
