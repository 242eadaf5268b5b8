package io.gatehouse.connector;

import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.message.Carriers;
import io.gatehouse.message.MessageError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** Carries a tenant's messages with the connectors that it has configured. */
@Singleton
class ConfiguredCarriers implements Carriers {
  private final Connectors connectors;
  private final Outside outside;

  ConfiguredCarriers(Connectors connectors, Outside outside) {
    this.connectors = connectors;
    this.outside = outside;
  }

  @Override
  public boolean email(TenantId tenant) {
    return connectors.carrier(tenant, Connector.Type.EMAIL).isPresent();
  }

  @Override
  public boolean sms(TenantId tenant) {
    return connectors.carrier(tenant, Connector.Type.SMS).isPresent();
  }

  @Override
  public void sendEmail(TenantId tenant, Message message) {
    ConnectorInstance carrier = carrier(tenant, Connector.Type.EMAIL);
    if (carrier.factory() instanceof EmailConnector email) {
      email.send(message, carrier.config(), outside);
    }
  }

  @Override
  public void sendSms(TenantId tenant, Message message) {
    ConnectorInstance carrier = carrier(tenant, Connector.Type.SMS);
    if (carrier.factory() instanceof SmsConnector sms) {
      sms.send(message, carrier.config(), outside);
    }
  }

  private ConnectorInstance carrier(TenantId tenant, Connector.Type type) {
    return connectors.carrier(tenant, type).orElseThrow(MessageError.NO_CONNECTOR::exception);
  }
}
