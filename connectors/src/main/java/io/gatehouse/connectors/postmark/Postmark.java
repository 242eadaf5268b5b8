package io.gatehouse.connectors.postmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.Mailbox;
import io.gatehouse.connectors.carrier.StoredTemplate;
import java.util.List;

/**
 * Sends e-mail through Postmark, in the words of templates that are kept there; the tenant's own
 * templates go before those.
 *
 * <p>[Email API](https://postmarkapp.com/developer/api/email-api), [Templates
 * API](https://postmarkapp.com/developer/api/templates-api)
 */
public final class Postmark extends Carrier<Postmark.Config> implements EmailConnector {
  private static final String API = "https://api.postmarkapp.com/email";

  /** What an administrator enters. */
  record Config(String serverToken, Mailbox from, List<StoredTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.headerText("serverToken"),
        Mailbox.read(in, "fromEmail"),
        StoredTemplate.read(in, "templateAlias"));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    MessageTemplate own = message.template();
    Request request =
        own == null
            ? Request.json(outside.endpoint(API + "/withTemplate"), stored(message, config))
            : Request.json(
                outside.endpoint(API), written(Mail.of(message, own, config.from(), null)));
    return request.with("X-Postmark-Server-Token", config.serverToken());
  }

  private static ObjectNode stored(Message message, Config config) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("From", config.from().toString())
        .put("To", Mail.recipient(message.to()))
        .put("TemplateAlias", StoredTemplate.choose(message, config.templates()).name())
        .set("TemplateModel", message.payload());
    return body;
  }

  private static ObjectNode written(Mail mail) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("From", mail.from().toString()).put("To", mail.to());
    if (mail.replyTo() != null) {
      body.put("ReplyTo", mail.replyTo().toString());
    }
    return body.put("Subject", mail.subject())
        .put(mail.html() ? "HtmlBody" : "TextBody", mail.content());
  }
}
