package io.gatehouse.connectors.brevo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.MailApi;

/**
 * Sends e-mail through Brevo.
 *
 * <p>[Send a transactional email](https://developers.brevo.com/reference/sendtransacemail)
 */
public final class Brevo extends MailApi {
  public Brevo() {
    super("https://api.brevo.com/v3/smtp/email");
  }

  @Override
  protected JsonNode write(Mail mail) {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("sender", mail.from().json());
    body.putArray("to").addObject().put("email", mail.to());
    if (mail.replyTo() != null) {
      body.set("replyTo", mail.replyTo().json());
    }
    body.put("subject", mail.subject())
        .put(mail.html() ? "htmlContent" : "textContent", mail.content());
    return body;
  }

  @Override
  protected Request authorized(Request request, String apiKey) {
    return request.with("api-key", apiKey);
  }
}
