package io.gatehouse.connectors.smsbao;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

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
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends text messages through SMSBao.
 *
 * <p>[Mainland China](https://www.smsbao.com/openapi/213.html),
 * [elsewhere](https://www.smsbao.com/openapi/299.html)
 */
public final class SmsBao extends Carrier<SmsBao.Config> implements SmsConnector {
  private static final String API = "https://api.smsbao.com/";

  /**
   * What an administrator enters.
   *
   * @param goodsId the product to use, where the account has several
   */
  record Config(
      String username,
      String password,
      @Nullable String goodsId,
      List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        in.text("username"),
        in.text("passwordOrApiKey"),
        in.optionalText("goodsId"),
        MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var phone = PhoneNumber.of(message);
    var query = new LinkedHashMap<String, String>();
    query.put("u", config.username());
    query.put("p", config.password());
    if (config.goodsId() != null && !config.goodsId().isBlank()) {
      query.put("g", config.goodsId());
    }
    query.put("m", phone.chinese() ? phone.domestic() : phone.international());
    query.put("c", MessageTemplate.text(message, config.templates()));
    URI address = outside.endpoint(API + (phone.chinese() ? "sms" : "wsms"));
    return Request.get(URI.create(address + "?" + Request.encode(query)));
  }

  /** The whole body is a number; only 0 is good. */
  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    return answer.ok() && !answer.body().strip().equals("0") ? GENERAL : super.refusal(answer);
  }
}
