package io.gatehouse.connectors.mailgun;

import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.Mailbox;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends e-mail through Mailgun, each type in words of the configuration or by a template that is
 * kept there; the tenant's own templates go before both.
 *
 * <p>[Messages](https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages)
 */
public final class Mailgun extends Carrier<Mailgun.Config> implements EmailConnector {
  private static final String API = "https://api.mailgun.net";

  /**
   * What an administrator enters.
   *
   * @param endpoint empty for the one of the United States
   */
  record Config(
      String endpoint,
      String domain,
      String apiKey,
      Mailbox from,
      Map<String, Delivery> deliveries) {

    URI messages(Outside outside) {
      String path = "/v3/" + domain + "/messages";
      return endpoint.isEmpty() ? outside.endpoint(API + path) : URI.create(endpoint + path);
    }
  }

  @Override
  protected Config config(Fields in) {
    String domain = in.text("domain");
    if (!domain.matches("[\\w-]+(\\.[\\w-]+)*")) {
      in.refuse("domain", "Must be a host's name.");
    }
    boolean elsewhere = !in.raw("endpoint").asText().isBlank();
    return new Config(
        elsewhere ? in.url("endpoint").toString().replaceFirst("/+$", "") : "",
        domain,
        in.text("apiKey"),
        Mailbox.read(in, "from"),
        Delivery.read(in));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    MessageTemplate own = message.template();
    Map<String, String> form =
        own == null
            ? Delivery.choose(message, config.deliveries()).form(message, config.from())
            : written(Mail.of(message, own, config.from(), null));
    return Request.form(config.messages(outside), form).basic("api", config.apiKey());
  }

  private static Map<String, String> written(Mail mail) {
    Map<String, String> form = addressed(mail);
    form.put(mail.html() ? "html" : "text", mail.content());
    return form;
  }

  static Map<String, String> addressed(Mail mail) {
    var form = new LinkedHashMap<String, String>();
    form.put("from", mail.from().toString());
    form.put("to", mail.to());
    if (!mail.subject().isEmpty()) {
      form.put("subject", mail.subject());
    }
    if (mail.replyTo() != null) {
      form.put("h:Reply-To", mail.replyTo().toString());
    }
    return form;
  }
}
