package io.gatehouse.platform.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes the few times that clients read as text: ISO 8601 in UTC, with three digits of the second
 * whatever they are. All others are milliseconds since 1970.
 */
public final class IsoTime {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private IsoTime() {}

  public static String of(Instant time) {
    return MILLISECONDS.format(time);
  }
}
