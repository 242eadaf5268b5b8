package io.gatehouse.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the secrets of a confidential application. */
public record ApplicationSecret(
    String name, String value, Instant createdAt, @Nullable Instant expiresAt) {

  public boolean expired(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ApplicationSecret[" + name + "]";
  }
}
