package io.gatehouse.connectors.carrier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of the tenant's own to which messages are posted as they are; how they are worded and
 * sent is its business.
 *
 * @param authorization the value of the {@code Authorization} header
 */
public record Webhook(URI endpoint, @Nullable String authorization) {

  /** What an administrator entered. */
  public static Webhook read(Fields in) {
    String authorization = in.optionalText("authorization");
    if (authorization != null && !authorization.chars().allMatch(c -> c > 0x1f && c < 0x7f)) {
      in.refuse("authorization", "Must be one line of printable ASCII.");
    }
    return new Webhook(in.url("endpoint"), authorization);
  }

  /** The request that hands the message over. */
  public Request post(Message message) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("to", message.to()).put("type", message.type()).set("payload", message.payload());
    if (message.ip() != null) {
      body.put("ip", message.ip());
    }
    var request = Request.json(endpoint, body);
    return authorization == null || authorization.isBlank()
        ? request
        : request.with("Authorization", authorization);
  }
}
