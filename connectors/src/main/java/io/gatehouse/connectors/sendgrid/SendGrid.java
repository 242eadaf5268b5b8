package io.gatehouse.connectors.sendgrid;

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
 * Sends e-mail through SendGrid.
 *
 * <p>[Mail Send](https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send)
 */
public final class SendGrid extends Carrier<SendGrid.Config> implements EmailConnector {
  private static final String API = "https://api.sendgrid.com/v3/mail/send";

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
    return Request.json(outside.endpoint(API), body).bearer(config.apiKey());
  }
}
