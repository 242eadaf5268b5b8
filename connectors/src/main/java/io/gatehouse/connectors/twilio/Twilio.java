package io.gatehouse.connectors.twilio;

import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends text messages through a Messaging Service of Twilio.
 *
 * <p>[Messages resource](https://www.twilio.com/docs/messaging/api/message-resource)
 */
public final class Twilio extends Carrier<Twilio.Config> implements SmsConnector {
  private static final String API = "https://api.twilio.com/2010-04-01/Accounts/";

  /** What an administrator enters. */
  record Config(
      String accountSid,
      String authToken,
      String messagingServiceSid,
      boolean disableRiskCheck,
      List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    String account = in.text("accountSID");
    if (!account.matches("[A-Za-z0-9]*")) {
      in.refuse("accountSID", "Must be letters and digits.");
    }
    return new Config(
        account,
        in.text("authToken"),
        in.text("fromMessagingServiceSID"),
        in.flag("disableRiskCheck"),
        MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", PhoneNumber.of(message).international());
    form.put("MessagingServiceSid", config.messagingServiceSid());
    form.put("Body", MessageTemplate.text(message, config.templates()));
    if (config.disableRiskCheck()) {
      form.put("RiskCheck", "disable");
    }
    return Request.form(outside.endpoint(API + config.accountSid() + "/Messages.json"), form)
        .basic(config.accountSid(), config.authToken());
  }
}
