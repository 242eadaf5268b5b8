package io.gatehouse.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.gatehouse.tenant.key.KeyRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as the API answers it, without the key.
 *
 * @param createdAt in seconds
 * @param signingKeyAlgorithm the family: {@code RSA}, or {@code EC} for all on curves
 * @param effectiveAt when the next key becomes the current one
 */
@JsonInclude(Include.NON_NULL)
record KeyView(
    String id,
    long createdAt,
    @Nullable String signingKeyAlgorithm,
    KeyRecord.@Nullable Status status,
    @Nullable Instant effectiveAt) {

  static KeyView of(KeyRecord record) {
    return new KeyView(
        record.id(),
        record.createdAt().getEpochSecond(),
        record.algorithm().rsa() ? "RSA" : "EC",
        record.status(),
        record.status() == KeyRecord.Status.Next ? record.effectiveAt() : null);
  }
}
