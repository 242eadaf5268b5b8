package io.gatehouse.connectors.messagebird;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.PhoneNumber;
import java.util.List;

/**
 * Sends text messages through MessageBird.
 *
 * <p>[SMS Messaging](https://developers.messagebird.com/api/sms-messaging/)
 */
public final class MessageBird extends Carrier<MessageBird.Config> implements SmsConnector {
  private static final String API = "https://rest.messagebird.com/messages";

  /** What an administrator enters. */
  record Config(String accessKey, String originator, List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(in.headerText("accessKey"), in.text("originator"), MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("originator", config.originator())
            .put("body", MessageTemplate.text(message, config.templates()))
            .put("datacoding", "auto");
    body.putArray("recipients").add(PhoneNumber.of(message).digits());
    return Request.json(outside.endpoint(API), body)
        .with("Authorization", "AccessKey " + config.accessKey());
  }
}
