package io.gatehouse.connectors.gatewayapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.GsmAlphabet;
import io.gatehouse.connectors.carrier.PhoneNumber;
import java.net.URI;
import java.util.List;

/**
 * Sends text messages through GatewayAPI.
 *
 * <p>[Sending SMS](https://gatewayapi.com/docs/apis/rest/)
 */
public final class GatewayApi extends Carrier<GatewayApi.Config> implements SmsConnector {

  /** What an administrator enters. */
  record Config(URI endpoint, String apiToken, String sender, List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.url("endpoint"), in.text("apiToken"), in.text("sender"), MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    String text = MessageTemplate.text(message, config.templates());
    var body = JsonNodeFactory.instance.objectNode();
    body.put("sender", config.sender()).put("message", text);
    if (!GsmAlphabet.covers(text)) {
      body.put("encoding", "UCS2");
    }
    long number = Long.parseLong(PhoneNumber.of(message).digits());
    body.putArray("recipients").addObject().put("msisdn", number);
    return Request.json(config.endpoint(), body).basic(config.apiToken(), "");
  }
}
