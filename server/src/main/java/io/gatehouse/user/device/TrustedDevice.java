package io.gatehouse.user.device;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that stands in for its owner's second step.
 *
 * @param country where it was last, if a proxy tells that
 * @param createdAt when the second step was proved in it
 */
public record TrustedDevice(
    String id,
    @Nullable String userAgent,
    @Nullable String country,
    @Nullable String city,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {

  /** The same where the tenant has shortened the time meanwhile. */
  TrustedDevice within(Duration life) {
    Instant end = createdAt.plus(life);
    return end.isBefore(expiresAt)
        ? new TrustedDevice(id, userAgent, country, city, createdAt, lastUsedAt, end)
        : this;
  }
}
