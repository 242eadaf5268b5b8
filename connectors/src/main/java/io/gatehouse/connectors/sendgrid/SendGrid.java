package io.gatehouse.connectors.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.MailApi;

/**
 * Sends e-mail through SendGrid.
 *
 * <p>[Mail Send](https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send)
 */
public final class SendGrid extends MailApi {
  public SendGrid() {
    super("https://api.sendgrid.com/v3/mail/send");
  }

  @Override
  protected JsonNode write(Mail mail) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putArray("personalizations")
        .addObject()
        .putArray("to")
        .addObject()
        .put("email", mail.to());
    body.set("from", mail.from().json());
    if (mail.replyTo() != null) {
      body.set("reply_to", mail.replyTo().json());
    }
    body.put("subject", mail.subject());
    body.putArray("content")
        .addObject()
        .put("type", mail.html() ? "text/html" : "text/plain")
        .put("value", mail.content());
    return body;
  }
}
