package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Carries messages to phone numbers. */
public non-sealed interface SmsConnector extends Connector {

  /** Hands the message to the carrier; returns when the carrier has accepted it. */
  void send(Message message, JsonNode config, Outside outside);
}
