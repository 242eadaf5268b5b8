package io.gatehouse.connectors.httpemail;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.client.Webhook;

/**
 * Posts every message as it is to an endpoint that writes and sends the e-mail; templates are the
 * endpoint's business.
 */
public final class HttpEmail implements EmailConnector {
  private final ConnectorMetadata metadata = ConnectorMetadata.beside(HttpEmail.class);

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    Webhook.of(config);
  }

  @Override
  public void send(Message message, JsonNode config, Outside outside) {
    Webhook.of(config).post(message, outside);
  }
}
