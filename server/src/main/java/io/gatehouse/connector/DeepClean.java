package io.gatehouse.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;

/** Takes out of a form's values what the form left empty: null, empty texts, lists and objects. */
final class DeepClean {
  private DeepClean() {}

  static ObjectNode of(ObjectNode object) {
    ObjectNode clean = JsonCodec.object();
    for (var member : object.properties()) {
      JsonNode value = of(member.getValue());
      if (!isEmpty(value)) {
        clean.set(member.getKey(), value);
      }
    }
    return clean;
  }

  private static JsonNode of(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> of(object);
      case ArrayNode array -> {
        ArrayNode clean = JsonCodec.mapper().createArrayNode();
        for (JsonNode element : array) {
          JsonNode value = of(element);
          if (!isEmpty(value)) {
            clean.add(value);
          }
        }
        yield clean;
      }
      default -> node;
    };
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isNull()
        || node.isContainerNode() && node.isEmpty()
        || node.isTextual() && node.textValue().isEmpty();
  }
}
