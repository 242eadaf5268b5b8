package io.gatehouse.connectors.plivo;

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
 * Sends text messages through Plivo.
 *
 * <p>[Send a message](https://www.plivo.com/docs/messaging/api/message/send-a-message)
 */
public final class Plivo extends Carrier<Plivo.Config> implements SmsConnector {
  private static final String API = "https://api.plivo.com/v1/Account/";

  /** What an administrator enters. */
  record Config(String authId, String authToken, String sender, List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    String account = in.text("authId");
    if (!account.matches("[A-Za-z0-9]*")) {
      in.refuse("authId", "Must be letters and digits.");
    }
    return new Config(account, in.text("authToken"), in.text("sender"), MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("src", config.sender())
            .put("dst", PhoneNumber.of(message).international())
            .put("text", MessageTemplate.text(message, config.templates()));
    return Request.json(outside.endpoint(API + config.authId() + "/Message/"), body)
        .basic(config.authId(), config.authToken());
  }
}
