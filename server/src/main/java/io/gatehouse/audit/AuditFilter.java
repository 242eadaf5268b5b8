package io.gatehouse.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of the administrators' changes are wanted.
 *
 * @param from inclusive
 * @param until exclusive
 */
record AuditFilter(
    Optional<String> actorId,
    Optional<String> action,
    Optional<String> subjectType,
    Optional<String> subjectId,
    Optional<Instant> from,
    Optional<Instant> until) {
  /** How far changes are counted. */
  static final long COUNTED = 1_000;
}
