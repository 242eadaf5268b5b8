package io.gatehouse.platform.list;

import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.http.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a client searches in a list: {@code search=%anne%&mode.name=exact&joint=and}.
 *
 * @param conditions none when nothing is searched
 */
public record Search(List<Condition> conditions, Joint joint, boolean caseSensitive) {

  /** Searches nothing. */
  public static final Search NONE = new Search(List.of(), Joint.OR, false);

  /** How a value is compared. */
  public enum Mode {
    /** SQL's LIKE: the caller writes {@code %} and {@code _}. */
    LIKE,
    /** Equal to one of the values. */
    EXACT,
    /** SQL's SIMILAR TO, with case only. */
    SIMILAR_TO,
    /** A POSIX regular expression. */
    POSIX
  }

  /** How conditions are joined. */
  public enum Joint {
    OR,
    AND
  }

  /**
   * One of these columns has this value, compared so; the columns are ours, never the client's
   * text.
   */
  public record Condition(Map<String, Mode> columns, List<String> values) {}

  public Search {
    conditions = List.copyOf(conditions);
  }

  public boolean isEmpty() {
    return conditions.isEmpty();
  }

  /**
   * Reads the query.
   *
   * @param columns the searchable fields by their name on the wire (camel case), each with its
   *     column
   */
  public static Search of(Query query, Map<String, String> columns) {
    return new SearchReader(query, columns).read();
  }

  void addTo(Where where) {
    if (isEmpty()) {
      return;
    }
    List<Object> arguments = new ArrayList<>();
    String sql =
        conditions.stream()
            .map(condition -> sql(condition, arguments))
            .collect(Collectors.joining(joint == Joint.OR ? " or " : " and "));
    where.and(sql, arguments.toArray());
  }

  private String sql(Condition condition, List<Object> arguments) {
    List<String> alternatives = new ArrayList<>();
    condition
        .columns()
        .forEach(
            (column, mode) -> alternatives.add(sql(column, mode, condition.values(), arguments)));
    return "(" + String.join(" or ", alternatives) + ")";
  }

  private String sql(String column, Mode mode, List<String> values, List<Object> arguments) {
    arguments.add(
        mode != Mode.EXACT
            ? values.getFirst()
            : caseSensitive ? values : values.stream().map(Search::lower).toList());
    return switch (mode) {
      case EXACT -> (caseSensitive ? column : "lower(" + column + ")") + " = any (?)";
      case LIKE -> column + (caseSensitive ? " like ?" : " ilike ?");
      case SIMILAR_TO -> column + " similar to ?";
      case POSIX -> column + (caseSensitive ? " ~ ?" : " ~* ?");
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The fault that ends a request whose search cannot be understood. */
  static RuntimeException fault(String reason) {
    return RequestError.invalidInput(reason);
  }
}
