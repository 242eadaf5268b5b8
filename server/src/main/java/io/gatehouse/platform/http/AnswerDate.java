package io.gatehouse.platform.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says when an answer was made: "An origin server with a clock MUST generate a Date header field".
 * The text is made once a second, not for each answer.
 *
 * <p>Source: [RFC 9110 §6.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1)
 */
final class AnswerDate {
  private static final DateTimeFormatter FIXED =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private volatile Told told = new Told(Long.MIN_VALUE, "");

  private record Told(long second, String text) {}

  /** This moment in the form of a Date header. */
  String at(Instant now) {
    Told last = told;
    if (last.second() != now.getEpochSecond()) {
      last = new Told(now.getEpochSecond(), FIXED.format(now));
      told = last;
    }
    return last.text();
  }
}
