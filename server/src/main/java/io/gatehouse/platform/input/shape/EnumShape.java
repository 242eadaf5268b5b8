package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text out of a closed set. */
record EnumShape(Map<String, Object> constants, String expected) implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType(expected, node);
      return null;
    }
    Object constant = constants.get(node.textValue());
    if (constant == null) {
      issues.notOneOf(node.textValue(), constants.keySet());
    }
    return constant;
  }

  @Override
  public ObjectNode schema() {
    return Schema.oneOf(constants.keySet());
  }
}
