package io.gatehouse.platform.list;

import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.http.Query;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The part of a list that is asked for.
 *
 * @param number from 1
 * @param size at most this many rows
 */
public record Page(long number, int size) {
  private static final int DEFAULT_SIZE = 20;
  private static final int LARGEST = 100;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|\\+?Infinity");

  /**
   * The whole list in one piece: what a list that need not be paged answers without paging
   * parameters.
   */
  public static final Page WHOLE = new Page(1, Integer.MAX_VALUE);

  /** For lists that are always paged. */
  public static Page of(Query query) {
    OptionalDouble number = positive(query, "page", Double.MAX_VALUE);
    OptionalDouble size = positive(query, "page_size", LARGEST);
    double page = number.orElse(1);
    double rows = size.orElse(DEFAULT_SIZE);
    if (page != Math.rint(page) || rows != Math.rint(rows) || page * rows > Long.MAX_VALUE) {
      // What is a number, but no row's: the database would refuse the offset.
      throw EntityError.INVALID_INPUT.exception();
    }
    return new Page((long) page, (int) rows);
  }

  /** For lists that are paged only when {@code page} or {@code page_size} is given. */
  public static Page optional(Query query) {
    boolean asked =
        query.parameters().stream()
            .anyMatch(p ->
                (p.name().equals("page") || p.name().equals("page_size")) && !p.value().isEmpty());
    return asked ? of(query) : WHOLE;
  }

  public boolean isWhole() {
    return size == Integer.MAX_VALUE;
  }

  /** How many rows come before it. */
  public long offset() {
    return (number - 1) * size;
  }

  /** The number of the last page of so many rows; an empty list has one page. */
  public long last(long total) {
    return Math.max(1, (total + size - 1) / size);
  }

  private static OptionalDouble positive(Query query, String name, double most) {
    List<String> values = query.all(name);
    if (values.isEmpty() || values.equals(List.of(""))) {
      return OptionalDouble.empty();
    }
    String text = values.getFirst().strip();
    if (values.size() > 1 || !NUMBER.matcher(text).matches()) {
      throw RequestError.INVALID_PAGINATION.exception();
    }
    double value = Double.parseDouble(text);
    if (value <= 0
        || value > most && !Double.isInfinite(value)
        || value > LARGEST && most == LARGEST) {
      throw RequestError.INVALID_PAGINATION.exception();
    }
    return OptionalDouble.of(value);
  }
}
