package io.gatehouse.connectors.httpemail;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.RATE_LIMIT_EXCEEDED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.client.Provider;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Posts every message as it is to an endpoint that writes and sends the e-mail; templates are the
 * endpoint's business.
 */
public final class HttpEmail implements EmailConnector {
  private final ConnectorMetadata metadata = ConnectorMetadata.beside(HttpEmail.class);

  /** What an administrator enters. */
  record Config(URI endpoint, @Nullable String authorization) {
    static Config of(JsonNode json) {
      return Fields.read(json, INVALID_CONFIG, Config::of);
    }

    private static Config of(Fields in) {
      String authorization = in.optionalText("authorization");
      if (authorization != null && !authorization.chars().allMatch(c -> c > 0x1f && c < 0x7f)) {
        in.refuse("authorization", "Must be one line of printable ASCII.");
      }
      return new Config(in.url("endpoint"), authorization);
    }
  }

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    Config.of(config);
  }

  @Override
  public void send(Message message, JsonNode json, Outside outside) {
    var config = Config.of(json);
    var body = JsonNodeFactory.instance.objectNode();
    body.put("to", message.to()).put("type", message.type()).set("payload", message.payload());
    if (message.ip() != null) {
      body.put("ip", message.ip());
    }
    var request = Request.get(config.endpoint()).withBody("application/json", body.toString());
    if (config.authorization() != null && !config.authorization().isBlank()) {
      request = request.with("Authorization", config.authorization());
    }
    Provider.send(
        request, outside, status -> status == 429 ? RATE_LIMIT_EXCEEDED : ConnectorError.GENERAL);
  }
}
