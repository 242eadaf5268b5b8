package io.gatehouse.organization.invitation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.ShapedBy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation's e-mail says besides who invites to what: a link, and anything a template
 * names.
 */
@ShapedBy(MessagePayload.OfObject.class)
record MessagePayload(@JsonValue ObjectNode members) {
  private static final List<String> TEXTS = List.of("code", "link", "locale", "uiLocales");

  private static @Nullable ObjectNode object(JsonNode node, Issues issues) {
    if (!(node instanceof ObjectNode object)) {
      issues.wrongType("object", node);
      return null;
    }
    for (String name : TEXTS) {
      JsonNode value = object.get(name);
      if (value != null && !value.isTextual()) {
        issues.at(name).wrongType("string", value);
      }
    }
    return object;
  }

  /** The object itself. */
  static final class OfObject implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      ObjectNode object = object(node, issues);
      return object == null ? null : new MessagePayload(object);
    }

    @Override
    public ObjectNode schema() {
      return Schema.of("object");
    }
  }

  /** The object, or {@code false} for no message. */
  static final class OrFalse implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      return node.isBoolean() && !node.booleanValue() ? null : object(node, issues);
    }
  }
}
