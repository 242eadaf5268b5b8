package io.gatehouse.connectors.aliyunsms;

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
import io.gatehouse.connectors.carrier.StoredTemplate;
import io.gatehouse.connectors.signing.AliyunKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends text messages through Short Message Service of Alibaba Cloud, in the words of templates
 * that are approved there.
 *
 * <p>[SendSms](https://help.aliyun.com/zh/sms/developer-reference/api-dysmsapi-2017-05-25-sendsms)
 */
public final class AliyunSms extends Carrier<AliyunSms.Config> implements SmsConnector {
  private static final AliyunKey.Action SEND =
      new AliyunKey.Action("dysmsapi.aliyuncs.com", "SendSms", "2017-05-25");

  /**
   * What an administrator enters.
   *
   * @param strict a number without a country code is not taken for a Chinese one
   */
  record Config(AliyunKey key, String signName, List<Wording> templates, boolean strict) {}

  /** Templates are approved for mainland China or for everywhere else. */
  record Wording(String usageType, String china, String overseas) {
    static Wording of(Fields in) {
      String type = in.text("usageType");
      if (in.raw("templateCode").isObject()) {
        return in.nested(
            "templateCode",
            codes -> new Wording(type, codes.text("china"), codes.text("overseas")));
      }
      String code = in.text("templateCode");
      return new Wording(type, code, code);
    }
  }

  @Override
  protected Config config(Fields in) {
    List<Wording> templates = in.list("templates", Wording::of);
    MessageTemplate.requireIndispensable(in, templates, Wording::usageType);
    return new Config(
        AliyunKey.read(in),
        in.text("signName"),
        templates,
        in.flag("strictPhoneRegionNumberCheck"));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var wording = MessageTemplate.choose(message.type(), config.templates(), Wording::usageType);
    var phone = PhoneNumber.of(message);
    boolean china = phone.chinese() || !config.strict() && phone.looksChinese();
    return config
        .key()
        .call(
            SEND,
            Map.of(
                "PhoneNumbers", phone.digits(),
                "SignName", config.signName(),
                "TemplateCode", china ? wording.china() : wording.overseas(),
                "TemplateParam", StoredTemplate.values(message).toString()),
            outside);
  }

  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    return AliyunKey.refusal(body(answer), super.refusal(answer));
  }
}
