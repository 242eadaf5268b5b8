package io.gatehouse.connectors.awsses;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

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
import io.gatehouse.connectors.signing.AwsKey;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends e-mail through Amazon Simple Email Service.
 *
 * <p>[SendEmail](https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html)
 */
public final class AwsSes extends Carrier<AwsSes.Config> implements EmailConnector {

  /**
   * What an administrator enters.
   *
   * @param from needed to send, though a configuration is complete without it
   */
  record Config(
      AwsKey key,
      @Nullable Mailbox from,
      @Nullable String fromArn,
      @Nullable String bouncesTo,
      @Nullable String bouncesArn,
      @Nullable String configurationSet,
      List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        AwsKey.read(in),
        Mailbox.optional(in, "emailAddress"),
        in.optionalText("emailAddressIdentityArn"),
        in.optionalText("feedbackForwardingEmailAddress"),
        in.optionalText("feedbackForwardingEmailAddressIdentityArn"),
        in.optionalText("configurationSetName"),
        MessageTemplate.mails(in, null));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    String address =
        "https://email." + config.key().region() + ".amazonaws.com/v2/email/outbound-emails";
    Request request = Request.json(outside.endpoint(address), body(message, config));
    return config.key().sign(request, URI.create(address), "ses", outside.clock().instant());
  }

  private static ObjectNode body(Message message, Config config) {
    if (config.from() == null) {
      throw INVALID_CONFIG.exception("There is no e-mail address to send from.");
    }
    var template = MessageTemplate.choose(message, config.templates());
    var mail = Mail.of(message, template, config.from(), null);
    var body = JsonNodeFactory.instance.objectNode();
    body.put("FromEmailAddress", mail.from().encoded());
    put(body, "FromEmailAddressIdentityArn", config.fromArn());
    put(body, "FeedbackForwardingEmailAddress", config.bouncesTo());
    put(body, "FeedbackForwardingEmailAddressIdentityArn", config.bouncesArn());
    put(body, "ConfigurationSetName", config.configurationSet());
    body.putObject("Destination").putArray("ToAddresses").add(mail.to());
    if (mail.replyTo() != null) {
      body.putArray("ReplyToAddresses").add(mail.replyTo().encoded());
    }
    ObjectNode content = body.putObject("Content").putObject("Simple");
    content.set("Subject", text(mail.subject()));
    content.putObject("Body").set(mail.html() ? "Html" : "Text", text(mail.content()));
    return body;
  }

  private static void put(ObjectNode body, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      body.put(name, value);
    }
  }

  private static ObjectNode text(String text) {
    return JsonNodeFactory.instance.objectNode().put("Charset", "UTF-8").put("Data", text);
  }
}
