package io.gatehouse.connectors.aliyunauth;

import static io.gatehouse.connectors.ConnectorError.INVALID_REQUEST_PARAMETERS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.PhoneNumber;
import io.gatehouse.connectors.carrier.StoredTemplate;
import io.gatehouse.connectors.signing.AliyunKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends codes as text messages to mainland China through the number authentication of Alibaba
 * Cloud, which brings approved senders and templates along.
 *
 * <p>[SendSmsVerifyCode](https://help.aliyun.com/zh/pnvs/developer-reference/api-dypnsapi-2017-05-25-sendsmsverifycode)
 */
public final class AliyunAuth extends Carrier<AliyunAuth.Config> implements SmsConnector {
  private static final AliyunKey.Action SEND =
      new AliyunKey.Action("dypnsapi.aliyuncs.com", "SendSmsVerifyCode", "2017-05-25");

  /** The templates there also say how long a code stays valid. */
  private static final String MINUTES = "10";

  /** What an administrator enters. */
  record Config(AliyunKey key, String signName, List<StoredTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        AliyunKey.read(in), in.text("signName"), StoredTemplate.read(in, "templateCode"));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var template = StoredTemplate.choose(message, config.templates());
    ObjectNode values = StoredTemplate.values(message);
    if (!values.has("min")) {
      values.put("min", MINUTES);
    }
    return config
        .key()
        .call(
            SEND,
            Map.of(
                "PhoneNumber", chinese(PhoneNumber.of(message)).domestic(),
                "SignName", config.signName(),
                "TemplateCode", template.name(),
                "TemplateParam", values.toString()),
            outside);
  }

  private static PhoneNumber chinese(PhoneNumber phone) {
    if (!phone.chinese() && !phone.looksChinese()) {
      throw INVALID_REQUEST_PARAMETERS.exception(
          "Only mobile phones of mainland China can be reached.");
    }
    return phone;
  }

  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    return AliyunKey.refusal(body(answer), super.refusal(answer));
  }
}
