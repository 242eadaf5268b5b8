package io.gatehouse.connectors.mailjet;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * Sends e-mail through Mailjet.
 *
 * <p>[Send API v3.1](https://dev.mailjet.com/email/guides/send-api-v31/)
 */
public final class Mailjet extends Carrier<Mailjet.Config> implements EmailConnector {
  private static final String API = "https://api.mailjet.com/v3.1/send";

  /** What an administrator enters. */
  record Config(String apiKey, String secretKey, Sender sender) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.text("apiKey"),
        in.text("secretKey"),
        new Sender(Mailbox.read(in, "fromEmail", "fromName"), MessageTemplate.mails(in, "type")));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    Mail mail = config.sender().mail(message);
    var body = JsonNodeFactory.instance.objectNode();
    ObjectNode one = body.putArray("Messages").addObject();
    one.set("From", address(mail.from()));
    one.putArray("To").addObject().put("Email", mail.to());
    if (mail.replyTo() != null) {
      one.set("ReplyTo", address(mail.replyTo()));
    }
    one.put("Subject", mail.subject()).put(mail.html() ? "HTMLPart" : "TextPart", mail.content());
    return Request.json(outside.endpoint(API), body).basic(config.apiKey(), config.secretKey());
  }

  private static ObjectNode address(Mailbox mailbox) {
    var address = JsonNodeFactory.instance.objectNode().put("Email", mailbox.address());
    return mailbox.name() == null ? address : address.put("Name", mailbox.name());
  }

  /** Each message has a status of its own, in the body of a success. */
  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    if (!answer.ok()) {
      return super.refusal(answer);
    }
    return body(answer).at("/Messages/0/Status").asText().equals("success") ? null : GENERAL;
  }
}
