package io.gatehouse.message;

import io.gatehouse.connector.ConnectorInstance;
import io.gatehouse.connector.Connectors;
import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The tenant's connectors for e-mail and text messages. */
@Singleton
class Carriers {
  private final Connectors connectors;
  private final Outside outside;

  Carriers(Connectors connectors, Outside outside) {
    this.connectors = connectors;
    this.outside = outside;
  }

  /** Whether messages of the kind can be sent. */
  boolean has(TenantId tenant, Connector.Type type) {
    return find(tenant, type).isPresent();
  }

  /** Hands the message over; the request ends here when nothing could carry it. */
  void send(TenantId tenant, Connector.Type type, Message message) {
    ConnectorInstance carrier =
        find(tenant, type).orElseThrow(MessageError.NO_CONNECTOR::exception);
    switch (carrier.factory()) {
      case EmailConnector email -> email.send(message, carrier.config(), outside);
      case SmsConnector sms -> sms.send(message, carrier.config(), outside);
      case SocialConnector social -> throw MessageError.NO_CONNECTOR.exception();
    }
  }

  private Optional<ConnectorInstance> find(TenantId tenant, Connector.Type type) {
    return connectors.carrier(tenant, type);
  }
}
