package io.gatehouse.platform.list;

import static io.gatehouse.platform.list.Search.fault;

import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Search.Condition;
import io.gatehouse.platform.list.Search.Joint;
import io.gatehouse.platform.list.Search.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the search grammar of the lists' queries. */
final class SearchReader {
  /** The key of what applies to every field. */
  private static final String ANY = "";

  private final Query query;
  private final Map<String, String> columns;

  SearchReader(Query query, Map<String, String> columns) {
    this.query = query;
    this.columns = columns;
  }

  Search read() {
    Map<String, List<String>> values = byField("search");
    if (values.isEmpty()) {
      return Search.NONE;
    }
    Map<String, Mode> modes = modes();
    boolean caseSensitive = query.truthy("isCaseSensitive");
    List<Condition> conditions = new ArrayList<>();
    values.forEach((field, texts) -> conditions.add(condition(field, texts, modes)));
    for (Condition condition : conditions) {
      check(condition, caseSensitive);
    }
    return new Search(conditions, joint(), caseSensitive);
  }

  private Condition condition(String field, List<String> texts, Map<String, Mode> modes) {
    Map<String, Mode> chosen = new LinkedHashMap<>();
    Mode general = modes.getOrDefault(ANY, Mode.LIKE);
    if (field.equals(ANY)) {
      columns.forEach((name, column) -> chosen.put(column, modes.getOrDefault(name, general)));
    } else {
      chosen.put(column(field), modes.getOrDefault(field, general));
    }
    return new Condition(chosen, texts);
  }

  private static void check(Condition condition, boolean caseSensitive) {
    if (condition.values().stream().anyMatch(String::isEmpty)) {
      throw fault("A search value must not be empty.");
    }
    if (condition.values().stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
      throw fault("A search value must not contain the character NUL.");
    }
    if (condition.values().size() > 1
        && condition.columns().values().stream().anyMatch(mode -> mode != Mode.EXACT)) {
      throw fault("Only the mode exact takes several values.");
    }
    if (!caseSensitive && condition.columns().containsValue(Mode.SIMILAR_TO)) {
      throw fault("The mode similar_to needs isCaseSensitive.");
    }
  }

  private Map<String, Mode> modes() {
    Map<String, Mode> modes = new LinkedHashMap<>();
    byField("mode")
        .forEach((field, texts) -> {
          if (texts.size() > 1) {
            throw fault("A mode may be given once.");
          }
          modes.put(field, mode(texts.getFirst()));
        });
    return modes;
  }

  private static Mode mode(String text) {
    for (Mode mode : Mode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
        return mode;
      }
    }
    throw fault("The mode must be like, exact, similar_to or posix.");
  }

  private Joint joint() {
    List<String> given = new ArrayList<>(query.all("joint"));
    given.addAll(query.all("jointMode"));
    if (given.isEmpty()) {
      return Joint.OR;
    }
    return switch (given.getFirst()) {
      case "or" -> Joint.OR;
      case "and" -> Joint.AND;
      default -> throw fault("The joint must be or, or and.");
    };
  }

  /**
   * Values by field for every key that starts with {@code prefix}; the wire's field names are
   * normalised to camel case.
   */
  private Map<String, List<String>> byField(String prefix) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Query.Parameter parameter : query.parameters()) {
      if (parameter.name().startsWith(prefix)) {
        String[] parts = parameter.name().split("\\.", -1);
        if (parts.length > 2) {
          throw fault("A key has at most one dot: " + parameter.name());
        }
        String field = parts.length == 1 ? ANY : camelCase(parts[1]);
        if (parts.length == 2) {
          column(field);
        }
        found.computeIfAbsent(field, ignored -> new ArrayList<>()).add(parameter.value());
      }
    }
    return found;
  }

  private String column(String field) {
    String column = columns.get(field);
    if (column == null) {
      throw fault("This field cannot be searched: " + field);
    }
    return column;
  }

  private static String camelCase(String field) {
    StringBuilder camel = new StringBuilder();
    for (String word : field.split("_")) {
      camel.append(
          camel.isEmpty() || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }
}
