package io.gatehouse.connectors.smtp2go;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.Mailbox;
import io.gatehouse.connectors.carrier.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Sends e-mail through SMTP2GO.
 *
 * <p>[Send a standard email](https://developers.smtp2go.com/reference/send-standard-email)
 */
public final class Smtp2Go extends Carrier<Smtp2Go.Config> implements EmailConnector {
  private static final String API = "https://api.smtp2go.com/v3/email/send";

  /** What an administrator enters. */
  record Config(String apiKey, Sender sender) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.headerText("apiKey"),
        new Sender(Mailbox.read(in, "sender", "senderName"), MessageTemplate.mails(in, "type")));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    Mail mail = config.sender().mail(message);
    var body = JsonNodeFactory.instance.objectNode();
    body.put("sender", mail.from().toString());
    body.putArray("to").add(mail.to());
    if (mail.replyTo() != null) {
      body.putArray("custom_headers")
          .addObject()
          .put("header", "Reply-To")
          .put("value", mail.replyTo().encoded());
    }
    body.put("subject", mail.subject())
        .put(mail.html() ? "html_body" : "text_body", mail.content());
    return Request.json(outside.endpoint(API), body).with("X-Smtp2go-Api-Key", config.apiKey());
  }

  /** A recipient that is refused is told in the body of a success. */
  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    if (!answer.ok()) {
      return super.refusal(answer);
    }
    return body(answer).path("data").path("succeeded").asInt() == 1 ? null : GENERAL;
  }
}
