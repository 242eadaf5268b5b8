package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object with names of the client's choosing, such as one member a language. */
record MapShape(Shape key, Shape value) implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isObject()) {
      issues.wrongType("object", node);
      return null;
    }
    Map<@Nullable Object, @Nullable Object> values = new LinkedHashMap<>();
    node.properties()
        .forEach(member -> {
          Issues here = issues.at(member.getKey());
          values.put(
              key.read(TextNode.valueOf(member.getKey()), here),
              value.read(member.getValue(), here));
        });
    return Collections.unmodifiableMap(values);
  }

  @Override
  public ObjectNode schema() {
    return Schema.mapOf(value.schema());
  }
}
