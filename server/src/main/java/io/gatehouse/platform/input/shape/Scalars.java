package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Values without rules of their own: booleans, times, and JSON that is kept as it is. */
final class Scalars {
  /**
   * 275,760-09-13: the last instant that a JavaScript date, and so every published client, can
   * hold.
   */
  private static final double LAST_MILLISECOND = 8.64e15;

  private Scalars() {}

  static @Nullable Object bool(JsonNode node, Issues issues) {
    if (!node.isBoolean()) {
      issues.wrongType("boolean", node);
      return null;
    }
    return node.booleanValue();
  }

  /** Epoch milliseconds. */
  static @Nullable Object instant(JsonNode node, Issues issues) {
    if (!node.isNumber()) {
      issues.wrongType("number", node);
      return null;
    }
    if (Math.abs(node.doubleValue()) > LAST_MILLISECOND) {
      issues.tooBig("number", (long) LAST_MILLISECOND);
      return null;
    }
    return Instant.ofEpochMilli(node.longValue());
  }

  /** JSON as it is: any value for {@code JsonNode}, an object or a list for the narrower types. */
  static Shape tree(Class<? extends JsonNode> type) {
    Shape shape =
        (node, issues) -> {
          if (type == ObjectNode.class && !node.isObject()) {
            issues.wrongType("object", node);
            return null;
          }
          if (type == ArrayNode.class && !node.isArray()) {
            issues.wrongType("array", node);
            return null;
          }
          if (holdsNul(node)) {
            issues.custom("The character NUL cannot be stored.");
          }
          return node;
        };
    return shape.describedAs(
        type == ObjectNode.class
            ? Schema.of("object")
            : type == ArrayNode.class ? Schema.listOf(Schema.any()) : Schema.any());
  }

  private static boolean holdsNul(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue().indexOf('\0') >= 0;
    }
    if (node.isObject()) {
      for (var member : node.properties()) {
        if (member.getKey().indexOf('\0') >= 0 || holdsNul(member.getValue())) {
          return true;
        }
      }
      return false;
    }
    for (JsonNode element : node) {
      if (holdsNul(element)) {
        return true;
      }
    }
    return false;
  }
}
