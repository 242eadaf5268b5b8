package io.gatehouse.connectors.httpsms;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.client.Webhook;

/**
 * Posts every message as it is to an endpoint that writes and sends the text message; templates are
 * the endpoint's business.
 */
public final class HttpSms implements SmsConnector {
  private final ConnectorMetadata metadata = ConnectorMetadata.beside(HttpSms.class);

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
