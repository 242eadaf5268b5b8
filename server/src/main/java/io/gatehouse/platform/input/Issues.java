package io.gatehouse.platform.input;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.error.RequestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is wrong with one part of a request, so that the client learns everything at once.
 */
public final class Issues {
  private final List<Issue> found;
  private final List<Object> path;

  public Issues() {
    this(new ArrayList<>(), List.of());
  }

  private Issues(List<Issue> found, List<Object> path) {
    this.found = found;
    this.path = path;
  }

  /** The same issues, for a value one step deeper: a member's name or a list position. */
  public Issues at(Object step) {
    List<Object> deeper = new ArrayList<>(path.size() + 1);
    deeper.addAll(path);
    deeper.add(step);
    return new Issues(found, List.copyOf(deeper));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public int count() {
    return found.size();
  }

  /** Everything found so far, in the order it was met. */
  public List<Issue> all() {
    return List.copyOf(found);
  }

  public void add(String code, Map<String, ?> facts, String message) {
    found.add(new Issue(code, facts, path, message));
  }

  /** The value has another type; {@code node} is null when it is absent. */
  public void wrongType(String expected, @Nullable JsonNode node) {
    wrongType(expected, received(node));
  }

  public void wrongType(String expected, String received) {
    add(
        "invalid_type",
        facts("expected", expected, "received", received),
        "Expected " + expected + " but received " + received + ".");
  }

  /**
   * A text, list or number is below its minimum; {@code kind} is {@code string}, {@code array} or
   * {@code number}.
   */
  public void tooSmall(String kind, long minimum) {
    add(
        "too_small",
        facts("minimum", minimum, "type", kind, "inclusive", true, "exact", false),
        switch (kind) {
          case "string" -> "Must have at least " + minimum + " characters.";
          case "array" -> "Must have at least " + minimum + " elements.";
          default -> "Must be at least " + minimum + ".";
        });
  }

  /** A text, list or number is above its maximum. */
  public void tooBig(String kind, long maximum) {
    add(
        "too_big",
        facts("maximum", maximum, "type", kind, "inclusive", true, "exact", false),
        switch (kind) {
          case "string" -> "Must have at most " + maximum + " characters.";
          case "array" -> "Must have at most " + maximum + " elements.";
          default -> "Must be at most " + maximum + ".";
        });
  }

  /** A text is not of its format: {@code regex}, {@code url}, {@code email}. */
  public void wrongText(String validation) {
    add("invalid_string", facts("validation", validation), "Is not a valid " + validation + ".");
  }

  /** A text is none of the accepted ones. */
  public void notOneOf(String received, Collection<String> options) {
    add(
        "invalid_enum_value",
        facts("received", received, "options", List.copyOf(options)),
        "Expected one of " + String.join(", ", options) + ".");
  }

  /** A rule of ours that none of the other kinds names. */
  public void custom(String message) {
    add("custom", Map.of(), message);
  }

  /**
   * Ends the request when anything was found; {@code part} is {@code body}, {@code query}, {@code
   * params} or {@code files}.
   */
  public void throwIfAny(String part) {
    if (!found.isEmpty()) {
      throw exception(part);
    }
  }

  RequestException exception(String part) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("issues", all());
    data.put("name", "ZodError");
    List<String> lines = found.stream().map(Issue::line).toList();
    return new RequestException(
        RequestError.INVALID_GUARD, Map.of("type", part), data, String.join("\n", lines));
  }

  private static String received(@Nullable JsonNode node) {
    if (node == null) {
      return "undefined";
    }
    return switch (node.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> "number";
      case STRING, BINARY -> "string";
      case NULL -> "null";
      case MISSING -> "undefined";
      case OBJECT, POJO -> "object";
    };
  }

  private static Map<String, Object> facts(Object... namesAndValues) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return facts;
  }
}
