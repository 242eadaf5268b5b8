package io.gatehouse.platform.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value into one Java value, or reports what is wrong with it. Built once per type,
 * used by many threads.
 */
@FunctionalInterface
public interface Shape {

  /**
   * The value, or null when it was {@code null} or wrong; the issues tell.
   *
   * @param node never absent: an absent member does not reach its shape
   */
  @Nullable Object read(JsonNode node, Issues issues);

  /** What it accepts, for the OpenAPI document; any value where a shape does not tell. */
  default ObjectNode schema() {
    return Schema.any();
  }

  /** The same shape with its description. */
  default Shape describedAs(ObjectNode schema) {
    Shape shape = this;
    return new Shape() {
      @Override
      public @Nullable Object read(JsonNode node, Issues issues) {
        return shape.read(node, issues);
      }

      @Override
      public ObjectNode schema() {
        return schema.deepCopy();
      }
    };
  }
}
