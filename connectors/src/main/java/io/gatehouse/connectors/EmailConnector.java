package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Carries messages to e-mail addresses. */
public non-sealed interface EmailConnector extends Connector {

  /** Hands the message to the carrier; returns when the carrier has accepted it. */
  void send(Message message, JsonNode config, Outside outside);
}
