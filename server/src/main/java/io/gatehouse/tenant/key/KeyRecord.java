package io.gatehouse.tenant.key;

import io.gatehouse.platform.crypto.SigningAlgorithm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One key of a ring, without its secret part. */
public record KeyRecord(
    String id,
    String ring,
    String kid,
    SigningAlgorithm algorithm,
    Status status,
    Instant createdAt,
    @Nullable Instant effectiveAt) {

  /** Where in its succession a key is. */
  public enum Status {
    Next,
    Current,
    Previous
  }
}
