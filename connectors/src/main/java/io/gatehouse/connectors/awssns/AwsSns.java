package io.gatehouse.connectors.awssns;

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
import io.gatehouse.connectors.signing.AwsKey;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends text messages through Amazon Simple Notification Service.
 *
 * <p>[Publish](https://docs.aws.amazon.com/sns/latest/api/API_Publish.html)
 */
public final class AwsSns extends Carrier<AwsSns.Config> implements SmsConnector {

  /** What an administrator enters. */
  record Config(AwsKey key, @Nullable String senderId, List<MessageTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(AwsKey.read(in), in.optionalText("senderId"), MessageTemplate.texts(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var form = new LinkedHashMap<String, String>();
    form.put("Action", "Publish");
    form.put("Version", "2010-03-31");
    form.put("PhoneNumber", PhoneNumber.of(message).international());
    form.put("Message", MessageTemplate.text(message, config.templates()));
    attribute(form, 1, "AWS.SNS.SMS.SMSType", "Transactional");
    if (config.senderId() != null && !config.senderId().isBlank()) {
      attribute(form, 2, "AWS.SNS.SMS.SenderID", config.senderId());
    }
    String address = "https://sns." + config.key().region() + ".amazonaws.com/";
    Request request = Request.form(outside.endpoint(address), form);
    return config.key().sign(request, URI.create(address), "sns", outside.clock().instant());
  }

  private static void attribute(Map<String, String> form, int number, String name, String value) {
    String entry = "MessageAttributes.entry." + number + ".";
    form.put(entry + "Name", name);
    form.put(entry + "Value.DataType", "String");
    form.put(entry + "Value.StringValue", value);
  }

  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    boolean throttled =
        !answer.ok() && body(answer).at("/Error/Code").asText().startsWith("Throttl");
    return throttled ? RATE_LIMIT_EXCEEDED : super.refusal(answer);
  }
}
