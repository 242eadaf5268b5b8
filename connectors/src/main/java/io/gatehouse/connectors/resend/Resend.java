package io.gatehouse.connectors.resend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.Mailbox;
import io.gatehouse.connectors.carrier.Sender;

/**
 * Sends e-mail through Resend.
 *
 * <p>[Send email](https://resend.com/docs/api-reference/emails/send-email)
 */
public final class Resend extends Carrier<Resend.Config> implements EmailConnector {
  private static final String API = "https://api.resend.com/emails";

  /** What an administrator enters. */
  record Config(String apiKey, Sender sender) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.headerText("apiKey"),
        new Sender(Mailbox.read(in, "fromEmail", "fromName"), MessageTemplate.mails(in, "type")));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    Mail mail = config.sender().mail(message);
    var body = JsonNodeFactory.instance.objectNode();
    body.put("from", mail.from().toString()).putArray("to").add(mail.to());
    if (mail.replyTo() != null) {
      body.put("reply_to", mail.replyTo().toString());
    }
    body.put("subject", mail.subject()).put(mail.html() ? "html" : "text", mail.content());
    return Request.json(outside.endpoint(API), body).bearer(config.apiKey());
  }
}
