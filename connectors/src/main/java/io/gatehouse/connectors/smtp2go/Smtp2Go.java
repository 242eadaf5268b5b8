package io.gatehouse.connectors.smtp2go;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.MailApi;
import org.jspecify.annotations.Nullable;

/**
 * Sends e-mail through SMTP2GO.
 *
 * <p>[Send a standard email](https://developers.smtp2go.com/reference/send-standard-email)
 */
public final class Smtp2Go extends MailApi {
  public Smtp2Go() {
    super("https://api.smtp2go.com/v3/email/send", "sender", "senderName");
  }

  @Override
  protected JsonNode write(Mail mail) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("sender", mail.from().toString());
    body.putArray("to").add(mail.to());
    if (mail.replyTo() != null) {
      body.putArray("custom_headers")
          .addObject()
          .put("header", "Reply-To")
          .put("value", mail.replyTo().encoded());
    }
    body.put("subject", mail.subject())
        .put(mail.html() ? "html_body" : "text_body", mail.content());
    return body;
  }

  @Override
  protected Request authorized(Request request, String apiKey) {
    return request.with("X-Smtp2go-Api-Key", apiKey);
  }

  /** A recipient that is refused is told in the body of a success. */
  @Override
  protected @Nullable ConnectorError refusal(Response answer) {
    if (!answer.ok()) {
      return super.refusal(answer);
    }
    return body(answer).path("data").path("succeeded").asInt() == 1 ? null : GENERAL;
  }
}
