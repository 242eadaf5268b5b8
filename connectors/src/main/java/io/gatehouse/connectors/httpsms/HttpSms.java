package io.gatehouse.connectors.httpsms;

import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.Webhook;

/**
 * Posts every message as it is to an endpoint that writes and sends the text message; templates are
 * the endpoint's business.
 */
public final class HttpSms extends Carrier<Webhook> implements SmsConnector {
  @Override
  protected Webhook config(Fields in) {
    return Webhook.read(in);
  }

  @Override
  protected Request request(Message message, Webhook webhook, Outside outside) {
    return webhook.post(message);
  }
}
