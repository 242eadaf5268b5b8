package io.gatehouse.connectors.tencentsms;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.RATE_LIMIT_EXCEEDED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import io.gatehouse.connectors.signing.TencentKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends text messages through Tencent Cloud, in the words of templates that are approved there and
 * have one place, for the code or the link.
 *
 * <p>[SendSms](https://www.tencentcloud.com/document/product/382/40536)
 */
public final class TencentSms extends Carrier<TencentSms.Config> implements SmsConnector {
  private static final TencentKey.Action SEND =
      new TencentKey.Action("sms", "SendSms", "2021-01-11");

  /** What an administrator enters. */
  record Config(
      TencentKey key,
      String signName,
      String sdkAppId,
      String region,
      List<StoredTemplate> templates) {}

  @Override
  protected Config config(Fields in) {
    return new Config(
        TencentKey.read(in),
        in.text("signName"),
        in.text("sdkAppId"),
        in.headerText("region"),
        StoredTemplate.read(in, "templateCode"));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putArray("PhoneNumberSet").add(PhoneNumber.of(message).international());
    body.put("SmsSdkAppId", config.sdkAppId())
        .put("SignName", config.signName())
        .put("TemplateId", StoredTemplate.choose(message, config.templates()).name())
        .putArray("TemplateParamSet")
        .add(StoredTemplate.subjectMatter(message));
    return config.key().call(SEND, config.region(), body, outside);
  }

  /** Faults of the call and of the recipient are both told in the body of a success. */
  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    if (!answer.ok()) {
      return super.refusal(answer);
    }
    JsonNode said = body(answer).path("Response");
    String code = said.path("Error").path("Code").asText(said.at("/SendStatusSet/0/Code").asText());
    if (code.equalsIgnoreCase("Ok")) {
      return null;
    }
    return code.contains("LimitExceeded") ? RATE_LIMIT_EXCEEDED : GENERAL;
  }
}
