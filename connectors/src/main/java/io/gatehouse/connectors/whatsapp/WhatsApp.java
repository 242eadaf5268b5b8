package io.gatehouse.connectors.whatsapp;

import static io.gatehouse.connectors.ConnectorError.RATE_LIMIT_EXCEEDED;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages through the Cloud API of WhatsApp, in the words of templates that are approved
 * there: codes by authentication templates, which show the code and copy it at the press of a
 * button, links by templates with one place for them.
 *
 * <p>[Authentication
 * templates](https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates)
 */
public final class WhatsApp extends Carrier<WhatsApp.Config> implements SmsConnector {
  private static final String API = "https://graph.facebook.com/v24.0/";

  /** Its codes for too many calls, too many messages, and too many of them to one person. */
  private static final Set<Integer> TOO_OFTEN = Set.of(4, 80007, 130429, 131048, 131056);

  /** What an administrator enters. */
  record Config(String accessToken, String phoneNumberId, List<Wording> templates) {}

  /** A template in one of its languages. */
  record Wording(String usageType, String name, String language) {
    static Wording of(Fields in) {
      String language = in.optionalText("language");
      return new Wording(
          in.text("usageType"), in.text("templateName"), language == null ? "en_US" : language);
    }
  }

  @Override
  protected Config config(Fields in) {
    String phone = in.text("phoneNumberId");
    if (!phone.matches("\\d*")) {
      in.refuse("phoneNumberId", "Must be digits; it is not the phone number itself.");
    }
    List<Wording> templates = in.list("templates", Wording::of);
    MessageTemplate.requireIndispensable(in, templates, Wording::usageType);
    return new Config(in.headerText("accessToken"), phone, templates);
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    var wording = MessageTemplate.choose(message.type(), config.templates(), Wording::usageType);
    var body = JsonNodeFactory.instance.objectNode();
    body.put("messaging_product", "whatsapp")
        .put("recipient_type", "individual")
        .put("to", PhoneNumber.of(message).digits())
        .put("type", "template");
    ObjectNode template = body.putObject("template").put("name", wording.name());
    template.putObject("language").put("code", wording.language());
    fill(template.putArray("components"), message);
    return Request.json(outside.endpoint(API + config.phoneNumberId() + "/messages"), body)
        .bearer(config.accessToken());
  }

  private static void fill(ArrayNode components, Message message) {
    String code = message.payload().path("code").asText();
    String text = code.isEmpty() ? message.payload().path("link").asText() : code;
    put(components.addObject().put("type", "body"), text);
    if (!code.isEmpty()) {
      put(
          components.addObject().put("type", "button").put("sub_type", "url").put("index", "0"),
          code);
    }
  }

  private static void put(ObjectNode component, String text) {
    component.putArray("parameters").addObject().put("type", "text").put("text", text);
  }

  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    int code = body(answer).path("error").path("code").asInt();
    return TOO_OFTEN.contains(code) ? RATE_LIMIT_EXCEEDED : super.refusal(answer);
  }
}
