package io.gatehouse.management.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.Fuzz;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Every record that the body of a request is read into, by turns, with bodies almost right. */
class InputFuzzTest {
  private static final List<Body> BODIES = Classes.inputs().stream().map(Body::of).toList();

  /** A type, and a body that is like its description. */
  private record Body(Class<?> type, Fuzz bodies) {
    static Body of(Class<?> type) {
      return new Body(type, Fuzz.like(example(Schema.ofInput(type)).toString(), "{}"));
    }
  }

  @Example
  void allOfThemAreFound() {
    assertTrue(BODIES.size() > 50, BODIES.toString());
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void bodies(@ForAll long number) {
    Body body = BODIES.get((int) Long.remainderUnsigned(number, BODIES.size()));
    body.bodies().feed(number, text -> read(body.type(), text));
  }

  private static void read(Class<?> type, String text) {
    JsonNode json;
    try {
      json = JsonCodec.sent(text.getBytes(UTF_8));
    } catch (JsonProcessingException noJson) {
      return;
    }
    Guard.body(json, type);
  }

  /** A value that a description allows, as far as it is told there. */
  private static JsonNode example(JsonNode schema) {
    if (schema.has("anyOf")) {
      return example(schema.at("/anyOf/0"));
    }
    if (schema.has("enum")) {
      return schema.at("/enum/0");
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "boolean" -> BooleanNode.TRUE;
      case "number", "integer" -> IntNode.valueOf(schema.path("minimum").asInt(1));
      default -> text(schema);
    };
  }

  private static JsonNode object(JsonNode schema) {
    ObjectNode object = JsonCodec.object();
    schema
        .path("properties")
        .properties()
        .forEach(member -> object.set(member.getKey(), example(member.getValue())));
    if (schema.path("additionalProperties").isObject()) {
      object.set("a", example(schema.path("additionalProperties")));
    }
    return object;
  }

  private static JsonNode array(JsonNode schema) {
    ArrayNode array = JsonCodec.mapper().createArrayNode();
    int count = Math.max(1, schema.path("minItems").asInt());
    for (int i = 0; i < count; i++) {
      array.add(example(schema.path("items")));
    }
    return array;
  }

  private static JsonNode text(JsonNode schema) {
    return TextNode.valueOf(
        switch (schema.path("format").asText()) {
          case "uri" -> "https://app.example/cb";
          case "email" -> "ann@app.example";
          default -> "a".repeat(Math.max(1, schema.path("minLength").asInt()));
        });
  }
}
