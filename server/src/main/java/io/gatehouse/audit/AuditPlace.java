package io.gatehouse.audit;

import io.gatehouse.platform.error.RequestError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A place in the list of the administrators' changes: that of a record. */
record AuditPlace(Instant createdAt, String id) {

  static AuditPlace of(AuditRecord record) {
    return new AuditPlace(record.createdAt(), record.id());
  }

  /** Reads what {@link #text} wrote; the end of the request when it is something else. */
  static AuditPlace parse(String text) {
    String[] parts = text.split("\\.", 2);
    try {
      Instant time = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
      if (parts.length == 2 && parts[1].matches("[0-9a-z]{1,64}")) {
        return new AuditPlace(time, parts[1]);
      }
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      // Answered below, as any other place that is none.
    }
    throw RequestError.INVALID_PAGINATION.exception();
  }

  String text() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "." + id;
  }
}
