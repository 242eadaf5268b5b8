package io.gatehouse.message;

import io.gatehouse.connectors.Message;
import io.gatehouse.tenant.TenantId;

/** What carries a tenant's messages. */
public interface Carriers {
  /** Whether there is one for e-mail. */
  boolean email(TenantId tenant);

  /** Whether there is one for text messages. */
  boolean sms(TenantId tenant);

  /** Hands an e-mail over; the request ends with {@code connector.not_found} without a carrier. */
  void sendEmail(TenantId tenant, Message message);

  /** Hands a text message over. */
  void sendSms(TenantId tenant, Message message);
}
