package io.gatehouse.connectors.httpemail;

import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.Webhook;

/**
 * Posts every message as it is to an endpoint that writes and sends the e-mail; templates are the
 * endpoint's business.
 */
public final class HttpEmail extends Carrier<Webhook> implements EmailConnector {
  @Override
  protected Webhook config(Fields in) {
    return Webhook.read(in);
  }

  @Override
  protected Request request(Message message, Webhook webhook, Outside outside) {
    return webhook.post(message);
  }
}
