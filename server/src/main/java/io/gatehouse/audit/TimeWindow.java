package io.gatehouse.audit;

import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.http.Query;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The query's {@code start_time} and {@code end_time}: epoch milliseconds as a number's text, both
 * inclusive.
 *
 * @param until exclusive: the end of the last millisecond
 */
public record TimeWindow(Optional<Instant> from, Optional<Instant> until) {
  private static final BigDecimal LAST_MILLISECOND = BigDecimal.valueOf(8_640_000_000_000_000L);
  private static final int LONGEST = 100;
  private static final int LARGEST_EXPONENT = 1000;

  /** What the query says. */
  public static TimeWindow of(Query query) {
    Optional<BigDecimal> start = milliseconds(query, "start_time");
    Optional<BigDecimal> end = milliseconds(query, "end_time");
    if (start.isPresent() && end.isPresent() && start.get().compareTo(end.get()) > 0) {
      throw LogError.INVALID_TIME_WINDOW.exception();
    }
    return new TimeWindow(
        start.map(TimeWindow::instant), end.map(BigDecimal.ONE::add).map(TimeWindow::instant));
  }

  private static Optional<BigDecimal> milliseconds(Query query, String name) {
    return query.text(name).filter(text -> !text.isEmpty()).map(text -> number(name, text.strip()));
  }

  private static BigDecimal number(String name, String text) {
    try {
      BigDecimal number = text.isEmpty() ? BigDecimal.ZERO : parse(text);
      return number.max(BigDecimal.ZERO).min(LAST_MILLISECOND);
    } catch (NumberFormatException e) {
      throw RequestError.INVALID_GUARD.exception(Map.of("type", name));
    }
  }

  private static BigDecimal parse(String text) {
    if (text.length() > LONGEST) {
      throw new NumberFormatException();
    }
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
      throw new NumberFormatException();
    }
    return number;
  }

  private static Instant instant(BigDecimal milliseconds) {
    long nanos =
        milliseconds
            .movePointRight(6)
            .remainder(BigDecimal.valueOf(1_000_000_000))
            .setScale(0, RoundingMode.CEILING)
            .longValue();
    long seconds = milliseconds.movePointLeft(3).setScale(0, RoundingMode.FLOOR).longValue();
    return Instant.ofEpochSecond(seconds, nanos);
  }
}
