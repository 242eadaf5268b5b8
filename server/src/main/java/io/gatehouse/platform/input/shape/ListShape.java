package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list whose elements all have one shape. */
record ListShape(Shape element, Bounds count) implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isArray()) {
      issues.wrongType("array", node);
      return null;
    }
    count.check("array", node.size(), issues);
    List<@Nullable Object> values = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      values.add(element.read(node.get(i), issues.at(i)));
    }
    return Collections.unmodifiableList(values);
  }

  @Override
  public ObjectNode schema() {
    return count.describe(Schema.listOf(element.schema()), "minItems", "maxItems");
  }
}
