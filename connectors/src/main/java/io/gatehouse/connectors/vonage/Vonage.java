package io.gatehouse.connectors.vonage;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.RATE_LIMIT_EXCEEDED;

import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.GsmAlphabet;
import io.gatehouse.connectors.carrier.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends text messages through Vonage.
 *
 * <p>[SMS API](https://developer.vonage.com/en/api/sms)
 */
public final class Vonage extends Carrier<Vonage.Config> implements SmsConnector {
  private static final String API = "https://rest.nexmo.com/sms/json";

  /** What an administrator enters. */
  record Config(
      String apiKey, String apiSecret, String brandName, List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.text("apiKey"), in.text("apiSecret"), in.text("brandName"), MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    String text = MessageTemplate.text(message, config.templates());
    var form = new LinkedHashMap<String, String>();
    form.put("api_key", config.apiKey());
    form.put("api_secret", config.apiSecret());
    form.put("from", config.brandName());
    form.put("to", PhoneNumber.of(message).digits());
    form.put("text", text);
    form.put("type", GsmAlphabet.covers(text) ? "text" : "unicode");
    return Request.form(outside.endpoint(API), form);
  }

  /** Every part of the message has a status of its own, in the body of a success. */
  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    if (!answer.ok()) {
      return super.refusal(answer);
    }
    List<String> statuses = body(answer).path("messages").findValuesAsText("status");
    if (statuses.contains("1")) {
      return RATE_LIMIT_EXCEEDED;
    }
    return !statuses.isEmpty() && statuses.stream().allMatch("0"::equals) ? null : GENERAL;
  }
}
