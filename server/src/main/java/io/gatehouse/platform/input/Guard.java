package io.gatehouse.platform.input;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.input.shape.Shapes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a rule: turns a JSON value into the record the rule takes, or ends the request with
 * everything that is wrong.
 */
public final class Guard {
  private Guard() {}

  /** The body as {@code type}. */
  public static <T> T body(JsonNode body, Class<T> type) {
    return part("body", body, type);
  }

  /** Any part of a request as {@code type}; {@code part} names it in the message. */
  public static <T> T part(String part, JsonNode node, Class<T> type) {
    Issues issues = new Issues();
    Object value = Shapes.of(type).read(node, issues);
    issues.throwIfAny(part);
    return type.cast(Objects.requireNonNull(value));
  }

  /**
   * The value as {@code type} where the caller reports the issues itself, such as within a {@link
   * Shape} for a union.
   */
  public static <T> @Nullable T read(JsonNode node, Class<T> type, Issues issues) {
    Object value = Shapes.of(type).read(node, issues);
    return value == null ? null : type.cast(value);
  }
}
