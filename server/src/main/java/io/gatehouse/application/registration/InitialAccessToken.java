package io.gatehouse.application.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets somebody register clients. [RFC 7591 §1.2]
 *
 * @param token only in the answer that made it
 * @param usesLeft null for any number
 * @param expiresAt null for never
 */
public record InitialAccessToken(
    String id,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
    @Nullable Long usesLeft,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  /** The same without what is shown once. */
  InitialAccessToken withoutToken() {
    return new InitialAccessToken(id, name, null, usesLeft, createdAt, expiresAt);
  }
}
