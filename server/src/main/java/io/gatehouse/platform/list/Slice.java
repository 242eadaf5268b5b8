package io.gatehouse.platform.list;

import java.util.List;
import java.util.function.Function;

/**
 * A page's rows, and how many rows the whole list has.
 *
 * @param total after filters
 */
public record Slice<T>(List<T> items, long total) {
  public Slice {
    items = List.copyOf(items);
  }

  /** A list that is answered whole. */
  public static <T> Slice<T> whole(List<T> items) {
    return new Slice<>(items, items.size());
  }

  /** The same rows as something else. */
  public <R> Slice<R> map(Function<? super T, ? extends R> change) {
    return new Slice<>(items.stream().<R>map(change).toList(), total);
  }
}
