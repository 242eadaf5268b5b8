package io.gatehouse.connectors.brevo;

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
 * Sends e-mail through Brevo.
 *
 * <p>[Send a transactional email](https://developers.brevo.com/reference/sendtransacemail)
 */
public final class Brevo extends Carrier<Brevo.Config> implements EmailConnector {
  private static final String API = "https://api.brevo.com/v3/smtp/email";

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
    body.set("sender", mail.from().json());
    body.putArray("to").addObject().put("email", mail.to());
    if (mail.replyTo() != null) {
      body.set("replyTo", mail.replyTo().json());
    }
    body.put("subject", mail.subject())
        .put(mail.html() ? "htmlContent" : "textContent", mail.content());
    return Request.json(outside.endpoint(API), body).with("api-key", config.apiKey());
  }
}
