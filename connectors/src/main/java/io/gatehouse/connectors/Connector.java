package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A way to a service outside: one that says who a person is, or one that carries messages to a
 * person.
 *
 * <p>A connector is a stateless value, found on the class path by {@link Connectors}. It needs a
 * public constructor without parameters; whatever it wants from the world (HTTP, sockets, time,
 * chance) is handed over with each call as {@link Outside}. The kinds are closed, their
 * implementations open.
 */
public sealed interface Connector permits SocialConnector, EmailConnector, SmsConnector {

  /** What an administrator sees of this connector, and the form that configures it. */
  ConnectorMetadata metadata();

  /**
   * Refuses a configuration that this connector could not work with.
   *
   * @throws ConnectorException {@link ConnectorError#INVALID_CONFIG}, its data holding one issue a
   *     fault
   */
  void check(JsonNode config);

  /** Social, Email or Sms. */
  default Type type() {
    return switch (this) {
      case SocialConnector _ -> Type.SOCIAL;
      case EmailConnector _ -> Type.EMAIL;
      case SmsConnector _ -> Type.SMS;
    };
  }

  /** The kinds of connectors, with their names on the wire. */
  enum Type {
    SOCIAL("Social"),
    EMAIL("Email"),
    SMS("Sms");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    @com.fasterxml.jackson.annotation.JsonValue
    public String wire() {
      return wire;
    }
  }
}
