package io.gatehouse.connectors.oidc;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spans of time as administrators write them: {@code 30}, {@code 5s}, {@code 2 minutes}, {@code 1.5
 * hours}.
 */
final class TimeSpan {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,9}(?:\\.\\d{1,9})?)\\s?(?:(s|secs?|seconds?)|(m|mins?|minutes?)|(h|hrs?|hours?)|(d|days?)|(w|weeks?))?");
  private static final long[] SECONDS = {1, 60, 3_600, 86_400, 604_800};

  private TimeSpan() {}

  /** The span, or null when the text is none; a bare number counts seconds. */
  static @Nullable Duration parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return null;
    }
    long unit = 1;
    for (int i = 0; i < SECONDS.length; i++) {
      unit = matcher.group(i + 2) == null ? unit : SECONDS[i];
    }
    return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * unit * 1_000));
  }
}
