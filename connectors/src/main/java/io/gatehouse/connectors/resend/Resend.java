package io.gatehouse.connectors.resend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.MailApi;

/**
 * Sends e-mail through Resend.
 *
 * <p>[Send email](https://resend.com/docs/api-reference/emails/send-email)
 */
public final class Resend extends MailApi {
  public Resend() {
    super("https://api.resend.com/emails");
  }

  @Override
  protected JsonNode write(Mail mail) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("from", mail.from().toString()).putArray("to").add(mail.to());
    if (mail.replyTo() != null) {
      body.put("reply_to", mail.replyTo().toString());
    }
    body.put("subject", mail.subject()).put(mail.html() ? "html" : "text", mail.content());
    return body;
  }
}
