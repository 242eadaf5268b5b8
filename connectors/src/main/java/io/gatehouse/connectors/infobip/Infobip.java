package io.gatehouse.connectors.infobip;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.PhoneNumber;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends text messages through Infobip.
 *
 * <p>[Send SMS
 * messages](https://www.infobip.com/docs/api/channels/sms/outbound-sms/send-sms-messages)
 */
public final class Infobip extends Carrier<Infobip.Config> implements SmsConnector {
  /** Accepted, on its way, delivered. */
  private static final Set<Integer> GOOD = Set.of(0, 1, 3);

  /**
   * What an administrator enters.
   *
   * @param baseUrl every account has a host of its own
   */
  record Config(URI baseUrl, String apiKey, String sender, List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.url("baseUrl"), in.headerText("apiKey"), in.text("sender"), MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var body = JsonNodeFactory.instance.objectNode();
    ObjectNode one = body.putArray("messages").addObject().put("sender", config.sender());
    one.putArray("destinations").addObject().put("to", PhoneNumber.of(message).digits());
    one.putObject("content").put("text", MessageTemplate.text(message, config.templates()));
    return Request.json(config.baseUrl().resolve("/sms/3/messages"), body)
        .with("Authorization", "App " + config.apiKey());
  }

  /** A message that is refused is told in the body of a success. */
  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    if (!answer.ok()) {
      return super.refusal(answer);
    }
    return GOOD.contains(body(answer).at("/messages/0/status/groupId").asInt(-1)) ? null : GENERAL;
  }
}
