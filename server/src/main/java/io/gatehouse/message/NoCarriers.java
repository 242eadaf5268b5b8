package io.gatehouse.message;

import io.gatehouse.connectors.Message;
import io.gatehouse.tenant.TenantId;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** An installation without connectors. */
@Singleton
@DefaultBean
class NoCarriers implements Carriers {
  @Override
  public boolean email(TenantId tenant) {
    return false;
  }

  @Override
  public boolean sms(TenantId tenant) {
    return false;
  }

  @Override
  public void sendEmail(TenantId tenant, Message message) {
    throw MessageError.NO_CONNECTOR.exception();
  }

  @Override
  public void sendSms(TenantId tenant, Message message) {
    throw MessageError.NO_CONNECTOR.exception();
  }
}
