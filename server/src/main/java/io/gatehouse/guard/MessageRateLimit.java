package io.gatehouse.guard;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Keeps anyone from flooding a mailbox or a phone: ten messages in ten minutes to one recipient,
 * across all APIs.
 */
@Singleton
public final class MessageRateLimit {
  private static final Logger LOG = Logger.getLogger(MessageRateLimit.class);

  private final MessageSendStore store;
  private final InstantSource clock;

  MessageRateLimit(MessageSendStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Sends within the limit, or ends the request with {@link GuardError#MESSAGE_LIMITED}. A message
   * that fails to leave does not count. A defect of the counting never keeps a message back.
   */
  public void send(TenantId tenant, String recipient, Runnable delivery) {
    String hash = Digests.sha256Hex(normalised(recipient));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!take(tenant, hash, now)) {
      throw GuardError.MESSAGE_LIMITED.exception();
    }
    try {
      delivery.run();
    } catch (RuntimeException undelivered) {
      giveBack(tenant, hash, now);
      throw undelivered;
    }
  }

  private boolean take(TenantId tenant, String hash, Instant now) {
    try {
      return store.take(tenant, hash, now);
    } catch (DbException e) {
      LOG.warnf("a message could not be counted: %s", e.getMessage());
      return true;
    }
  }

  private void giveBack(TenantId tenant, String hash, Instant now) {
    try {
      store.giveBack(tenant, hash, now);
    } catch (DbException e) {
      LOG.warnf("a message that did not leave stays counted: %s", e.getMessage());
    }
  }

  /** An address without regard to case, a phone number as its digits. */
  static String normalised(String recipient) {
    return recipient.contains("@")
        ? recipient.strip().toLowerCase(Locale.ROOT)
        : recipient.replaceAll("\\D", "");
  }
}
