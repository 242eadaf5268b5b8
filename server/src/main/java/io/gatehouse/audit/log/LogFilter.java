package io.gatehouse.audit.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which entries of the log are wanted.
 *
 * @param from inclusive
 * @param until exclusive
 * @param capped whether counting may stop at {@link #CAP} and one more
 */
record LogFilter(
    Optional<String> userId,
    Optional<String> applicationId,
    Optional<String> key,
    Optional<Instant> from,
    Optional<Instant> until,
    boolean capped) {
  static final int CAP = 10_000;

  /** What keys of listed entries begin with; others are only read by id. */
  static final List<String> LISTED =
      List.of(
          "ExchangeTokenBy",
          "RevokeToken",
          "RevokeGrants",
          "Interaction",
          "JwtCustomizer",
          "SamlApplication",
          "Action",
          "TrustedDevice",
          "Unknown");

  /** Everything that is ever listed. */
  static final LogFilter NONE =
      new LogFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** Whether entries with the wanted key are listed at all. */
  boolean listsKey() {
    return key.isEmpty() || LISTED.stream().anyMatch(key.get()::startsWith);
  }
}
