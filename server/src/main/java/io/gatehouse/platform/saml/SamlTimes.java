package io.gatehouse.platform.saml;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Moments as messages write them: "expressed in UTC form, with no time zone component" [SAML 2.0
 * Core §1.3.3].
 */
public final class SamlTimes {
  /** How far the clocks of two parties may usually be apart. */
  public static final Duration SKEW = Duration.ofMinutes(3);

  private static final int LONGEST = 40;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private SamlTimes() {}

  public static String write(Instant at) {
    return SECONDS.format(at.truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * The moment; parties that write another zone than UTC mean it.
   *
   * @throws SamlException when it is none
   */
  public static Instant parse(String text) throws SamlException {
    if (text.length() > LONGEST) {
      throw new SamlException("a time is too long");
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new SamlException("a time is not written as one", e);
    }
  }

  /** The moment, or null without one. */
  public static @Nullable Instant parseOrNull(@Nullable String text) throws SamlException {
    return text == null ? null : parse(text);
  }

  /**
   * Whether it is between the two; null bounds nothing.
   *
   * @param skew how far clocks may be apart
   */
  public static boolean within(
      @Nullable Instant notBefore, @Nullable Instant notOnOrAfter, Instant now, Duration skew) {
    return (notBefore == null || !now.plus(skew).isBefore(notBefore))
        && (notOnOrAfter == null || now.minus(skew).isBefore(notOnOrAfter));
  }
}
