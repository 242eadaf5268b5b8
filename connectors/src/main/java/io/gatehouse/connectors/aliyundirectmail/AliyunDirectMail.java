package io.gatehouse.connectors.aliyundirectmail;

import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.Mailbox;
import io.gatehouse.connectors.carrier.Sender;
import io.gatehouse.connectors.signing.AliyunKey;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends e-mail through Direct Mail of Alibaba Cloud.
 *
 * <p>[SingleSendMail](https://www.alibabacloud.com/help/en/direct-mail/api-dm-2015-11-23-singlesendmail)
 */
public final class AliyunDirectMail extends Carrier<AliyunDirectMail.Config>
    implements EmailConnector {

  /** What an administrator enters. */
  record Config(AliyunKey key, String host, Sender sender) {}

  @Override
  protected Config config(Fields in) {
    String region =
        in.choice(
            "regionId",
            "cn-hangzhou",
            "ap-southeast-1",
            "ap-southeast-2",
            "eu-central-1",
            "us-east-1");
    return new Config(
        AliyunKey.read(in),
        region.equals("cn-hangzhou") ? "dm.aliyuncs.com" : "dm." + region + ".aliyuncs.com",
        new Sender(Mailbox.read(in, "accountName", "fromAlias"), MessageTemplate.mails(in, null)));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    Mail mail = config.sender().mail(message);
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("AccountName", mail.from().address());
    parameters.put("AddressType", "1");
    parameters.put("ToAddress", mail.to());
    parameters.put("Subject", mail.subject());
    parameters.put(mail.html() ? "HtmlBody" : "TextBody", mail.content());
    if (mail.from().name() != null) {
      parameters.put("FromAlias", mail.from().name());
    }
    // That is, not the address that is set there.
    parameters.put("ReplyToAddress", "false");
    if (mail.replyTo() != null) {
      parameters.put("ReplyAddress", mail.replyTo().address());
    }
    var action = new AliyunKey.Action(config.host(), "SingleSendMail", "2015-11-23");
    return config.key().call(action, parameters, outside);
  }

  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    return AliyunKey.refusal(body(answer), super.refusal(answer));
  }
}
