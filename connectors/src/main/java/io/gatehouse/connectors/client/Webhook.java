package io.gatehouse.connectors.client;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.RATE_LIMIT_EXCEEDED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
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
  public static Webhook of(JsonNode config) {
    return Fields.read(config, INVALID_CONFIG, Webhook::of);
  }

  private static Webhook of(Fields in) {
    String authorization = in.optionalText("authorization");
    if (authorization != null && !authorization.chars().allMatch(c -> c > 0x1f && c < 0x7f)) {
      in.refuse("authorization", "Must be one line of printable ASCII.");
    }
    return new Webhook(in.url("endpoint"), authorization);
  }

  /** Posts the message. */
  public void post(Message message, Outside outside) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("to", message.to()).put("type", message.type()).set("payload", message.payload());
    if (message.ip() != null) {
      body.put("ip", message.ip());
    }
    var request = Request.get(endpoint).withBody("application/json", body.toString());
    if (authorization != null && !authorization.isBlank()) {
      request = request.with("Authorization", authorization);
    }
    Provider.send(
        request, outside, status -> status == 429 ? RATE_LIMIT_EXCEEDED : ConnectorError.GENERAL);
  }
}
