package io.gatehouse.application.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.ResponseType;
import org.jspecify.annotations.Nullable;

/** A response type, whatever the order of its words. */
public final class ResponseTypeShape implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    try {
      return ResponseType.parse(node.textValue()).toString();
    } catch (OAuthException e) {
      issues.custom("Not a response type.");
      return null;
    }
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string");
  }
}
