package io.gatehouse.platform.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a statement that depend on the request, with their parameters. The SQL is ours, the
 * values are bound.
 */
public final class Where {
  private final List<String> conditions = new ArrayList<>();
  private final List<@Nullable Object> arguments = new ArrayList<>();

  /** Starts with a condition that always holds for the list. */
  public static Where of(String sql, @Nullable Object... arguments) {
    return new Where().and(sql, arguments);
  }

  /** Also this must hold. */
  public Where and(String sql, @Nullable Object... arguments) {
    conditions.add("(" + sql + ")");
    Collections.addAll(this.arguments, arguments);
    return this;
  }

  /** Also this, when the value is given; {@code sql} has one parameter. */
  public Where andIf(Optional<?> value, String sql) {
    return value.isPresent() ? and(sql, value.get()) : this;
  }

  /**
   * One of the columns contains the text, case aside; {@code %} and {@code _} are wildcards. No
   * text, no condition.
   */
  public Where containing(Optional<String> text, String... columns) {
    if (text.isEmpty() || text.get().isEmpty()) {
      return this;
    }
    String sql =
        Arrays.stream(columns).map(c -> c + " ilike ?").collect(Collectors.joining(" or "));
    return and(sql, Collections.nCopies(columns.length, "%" + text.get() + "%").toArray());
  }

  /** What the client searches. */
  public Where matching(Search search) {
    search.addTo(this);
    return this;
  }

  /** The conditions, for the place after {@code where}. */
  public String sql() {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  /** The parameters in order, followed by those of the rest of the statement. */
  public @Nullable Object[] arguments(@Nullable Object... rest) {
    return Stream.concat(arguments.stream(), Arrays.stream(rest)).toArray();
  }

  /** The parameters, followed by the page's {@code limit ? offset ?}. */
  public @Nullable Object[] arguments(Page page) {
    return arguments((long) page.size(), page.offset());
  }
}
