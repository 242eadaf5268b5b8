package io.gatehouse.connectors.smsaero;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends text messages through SMS Aero.
 *
 * <p>[API v2](https://smsaero.ru/integration/documentation/api/)
 */
public final class SmsAero extends Carrier<SmsAero.Config> implements SmsConnector {
  private static final String API = "https://gate.smsaero.ru/v2/sms/send";

  /** What an administrator enters. */
  record Config(String email, String apiKey, String senderName, List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.text("email"), in.text("apiKey"), in.text("senderName"), MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", PhoneNumber.of(message).digits())
            .put("sign", config.senderName())
            .put("text", MessageTemplate.text(message, config.templates()));
    return Request.json(outside.endpoint(API), body).basic(config.email(), config.apiKey());
  }

  /** A refusal may come as a success that says it is none. */
  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    if (!answer.ok()) {
      return super.refusal(answer);
    }
    return body(answer).path("success").asBoolean() ? null : GENERAL;
  }
}
