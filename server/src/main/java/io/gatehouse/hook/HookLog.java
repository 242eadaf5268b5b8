package io.gatehouse.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** An attempt to tell a hook, as the log keeps it. */
record HookLog(String id, String key, JsonNode payload, Instant createdAt) {

  /**
   * Which attempts are wanted.
   *
   * @param from inclusive
   * @param until exclusive
   * @param capped whether counting may stop at {@link #COUNTED} and one more
   */
  record Filter(
      String hookId,
      Optional<String> key,
      Optional<Instant> from,
      Optional<Instant> until,
      boolean capped) {}

  /** How far a list counts that need not tell its whole length. */
  static final long COUNTED = 10_000;
}
