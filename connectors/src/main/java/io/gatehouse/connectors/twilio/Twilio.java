package io.gatehouse.connectors.twilio;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.RATE_LIMIT_EXCEEDED;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.client.Provider;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends text messages through a Messaging Service of Twilio.
 *
 * <p>[Messages resource](https://www.twilio.com/docs/messaging/api/message-resource)
 */
public final class Twilio implements SmsConnector {
  private static final String API = "https://api.twilio.com/2010-04-01/Accounts/";

  private final ConnectorMetadata metadata = ConnectorMetadata.beside(Twilio.class);

  /** What an administrator enters. */
  record Config(
      String accountSid,
      String authToken,
      String messagingServiceSid,
      boolean disableRiskCheck,
      List<MessageTemplate> templates) {
    static Config of(JsonNode json) {
      return Fields.read(json, INVALID_CONFIG, Config::of);
    }

    private static Config of(Fields in) {
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

    String credentials() {
      return Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes(UTF_8));
    }
  }

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    Config.of(config);
  }

  @Override
  public void send(Message message, JsonNode json, Outside outside) {
    var config = Config.of(json);
    var template = MessageTemplate.choose(message, config.templates());
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", message.to().startsWith("+") ? message.to() : "+" + message.to());
    form.put("MessagingServiceSid", config.messagingServiceSid());
    form.put("Body", MessageTemplate.render(template.content(), message.payload(), false));
    if (config.disableRiskCheck()) {
      form.put("RiskCheck", "disable");
    }
    var request =
        Request.form(outside.endpoint(API + config.accountSid() + "/Messages.json"), form)
            .with("Authorization", "Basic " + config.credentials());
    Provider.send(
        request, outside, status -> status == 429 ? RATE_LIMIT_EXCEEDED : ConnectorError.GENERAL);
  }
}
