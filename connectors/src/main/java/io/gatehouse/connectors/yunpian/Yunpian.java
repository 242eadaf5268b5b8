package io.gatehouse.connectors.yunpian;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_REQUEST_PARAMETERS;
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
import io.gatehouse.connectors.carrier.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends text messages through YunPian.
 *
 * <p>[Single send](https://www.yunpian.com/official/document/sms/en/domestic_single_send)
 */
public final class Yunpian extends Carrier<Yunpian.Config> implements SmsConnector {
  private static final String API = "https://sms.yunpian.com/v2/sms/single_send.json";

  /** Its codes for too many messages to one phone: in 30 seconds, 5 minutes, a day, an hour. */
  private static final Set<Integer> TOO_OFTEN = Set.of(8, 9, 17, 22, 33);

  /**
   * What an administrator enters.
   *
   * @param notAbroad what people elsewhere are told while only mainland China is served
   */
  record Config(
      String apiKey, List<MessageTemplate> templates, boolean abroad, @Nullable String notAbroad) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.text("apikey"),
        MessageTemplate.texts(in),
        in.flag("enableInternational"),
        in.optionalText("unsupportedCountriesMsg"));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var phone = PhoneNumber.of(message);
    if (!phone.chinese() && !config.abroad()) {
      throw INVALID_REQUEST_PARAMETERS.exception(
          config.notAbroad() == null
              ? "Only mobile phones of mainland China can be reached."
              : config.notAbroad());
    }
    var form = new LinkedHashMap<String, String>();
    form.put("apikey", config.apiKey());
    form.put("mobile", phone.chinese() ? phone.domestic() : phone.international());
    form.put("text", MessageTemplate.text(message, config.templates()));
    return Request.form(outside.endpoint(API), form);
  }

  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    int code = body(answer).path("code").asInt(answer.ok() ? -1 : 0);
    if (code == 0) {
      return super.refusal(answer);
    }
    return TOO_OFTEN.contains(code) ? RATE_LIMIT_EXCEEDED : GENERAL;
  }
}
