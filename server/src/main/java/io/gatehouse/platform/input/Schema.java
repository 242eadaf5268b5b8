package io.gatehouse.platform.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.shape.Shapes;
import java.util.Collection;

/** Descriptions of JSON values, as OpenAPI 3.0 writes them. */
public final class Schema {
  private Schema() {}

  /** What a request's body of this type must look like: exactly what {@link Guard} accepts. */
  public static ObjectNode ofInput(Class<?> type) {
    return Shapes.of(type).schema();
  }

  /** Any value. */
  public static ObjectNode any() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A value of a JSON type. */
  public static ObjectNode of(String type) {
    return any().put("type", type);
  }

  /** A file, as a part of a form. */
  public static ObjectNode file() {
    return of("string").put("format", "binary");
  }

  /** A text out of a closed set. */
  public static ObjectNode oneOf(Collection<String> texts) {
    ObjectNode schema = of("string");
    texts.forEach(schema.putArray("enum")::add);
    return schema;
  }

  /** A list of such values. */
  public static ObjectNode listOf(JsonNode element) {
    return of("array").set("items", element);
  }

  /** An object whose members have names of the client's choosing. */
  public static ObjectNode mapOf(JsonNode value) {
    return of("object").set("additionalProperties", value);
  }

  /** One of several shapes. */
  public static ObjectNode anyOf(Collection<? extends JsonNode> alternatives) {
    ObjectNode schema = any();
    alternatives.forEach(schema.putArray("anyOf")::add);
    return schema;
  }
}
