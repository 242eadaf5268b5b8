package io.gatehouse.management.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;

/** Makes bodies from a schema: one that fits, and many that do not. */
final class Samples {
  private static final int DEPTH = 6;

  private Samples() {}

  /**
   * A body that does not fit.
   *
   * @param what is wrong with which member
   * @param path of that member
   */
  record Bad(String what, List<Object> path, JsonNode body) {}

  /** A value that the schema accepts, with every member. */
  static JsonNode good(JsonNode schema) {
    return good(schema, 0);
  }

  private static JsonNode good(JsonNode schema, int depth) {
    if (schema.has("anyOf")) {
      return good(schema.path("anyOf").get(0), depth);
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, depth);
      case "array" -> {
        ArrayNode list = JsonCodec.mapper().createArrayNode();
        yield depth < DEPTH && schema.has("items")
            ? list.add(good(schema.path("items"), depth + 1))
            : list;
      }
      case "integer", "number" ->
          JsonCodec.mapper().getNodeFactory().numberNode(schema.path("minimum").asLong(1));
      case "boolean" -> JsonCodec.mapper().getNodeFactory().booleanNode(false);
      case "string" -> JsonCodec.mapper().getNodeFactory().textNode(text(schema));
      default -> JsonCodec.object();
    };
  }

  private static ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JsonCodec.object();
    if (depth < DEPTH) {
      schema
          .path("properties")
          .properties()
          .forEach(member -> object.set(member.getKey(), good(member.getValue(), depth + 1)));
    }
    return object;
  }

  private static String text(JsonNode schema) {
    String text =
        switch (schema.path("format").asText()) {
          case "uri" -> "https://a.example";
          case "email" -> "a@a.example";
          default -> "abc123";
        };
    int least = schema.path("minLength").asInt(0);
    return text.length() < least ? text.repeat(least) : text;
  }

  /** One bad body for each way in which a member can be wrong. */
  static List<Bad> bad(JsonNode schema) {
    List<Bad> bad = new ArrayList<>();
    JsonNode fits = good(schema);
    bad.add(new Bad("a body of the wrong type", List.of(), wrongType(schema)));
    spoil(schema, fits, List.of(), bad);
    return bad;
  }

  private static void spoil(JsonNode schema, JsonNode root, List<Object> path, List<Bad> bad) {
    if (path.size() >= DEPTH || schema.has("anyOf")) {
      return;
    }
    if (schema.path("type").asText().equals("array") && schema.has("items")) {
      member(schema.path("items"), root, plus(path, 0), false, bad);
      return;
    }
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(member ->
            member(
                member.getValue(),
                root,
                plus(path, member.getKey()),
                required.contains(member.getKey()),
                bad));
  }

  private static void member(
      JsonNode schema, JsonNode root, List<Object> path, boolean required, List<Bad> bad) {
    if (required) {
      bad.add(new Bad("missing", path, without(root, path)));
    }
    if (isTyped(schema)) {
      bad.add(new Bad("of the wrong type", path, with(root, path, wrongType(schema))));
      if (!schema.path("nullable").asBoolean()) {
        bad.add(
            new Bad(
                "null", path, with(root, path, JsonCodec.mapper().getNodeFactory().nullNode())));
      }
    }
    if (schema.has("maxLength")) {
      String text = "x".repeat(schema.path("maxLength").asInt() + 1);
      bad.add(new Bad("too long", path, with(root, path, JsonCodec.tree(JsonCodec.text(text)))));
    }
    if (schema.path("type").asText().equals("string")) {
      bad.add(new Bad("with a NUL", path, with(root, path, JsonCodec.tree("\"a\\u0000\""))));
    }
    if (schema.has("minimum")) {
      long below = schema.path("minimum").asLong() - 1;
      bad.add(new Bad("too small", path, with(root, path, JsonCodec.tree(Long.toString(below)))));
    }
    spoil(schema, root, path, bad);
  }

  private static boolean isTyped(JsonNode schema) {
    return schema.has("type") || schema.has("anyOf");
  }

  private static JsonNode wrongType(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "object" -> JsonCodec.tree("[1]");
      case "string", "boolean" -> JsonCodec.tree("{\"x\":1}");
      default -> JsonCodec.tree("{\"x\":\"y\"}");
    };
  }

  private static JsonNode without(JsonNode root, List<Object> path) {
    JsonNode copy = root.deepCopy();
    JsonNode parent = parent(copy, path);
    if (parent instanceof ObjectNode object) {
      object.remove(String.valueOf(path.getLast()));
    }
    return copy;
  }

  private static JsonNode with(JsonNode root, List<Object> path, JsonNode value) {
    JsonNode copy = root.deepCopy();
    switch (parent(copy, path)) {
      case ObjectNode object -> object.set(String.valueOf(path.getLast()), value);
      case ArrayNode list -> list.set((Integer) path.getLast(), value);
      default -> throw new IllegalStateException("no member " + path);
    }
    return copy;
  }

  private static JsonNode parent(JsonNode root, List<Object> path) {
    JsonNode at = root;
    for (Object step : path.subList(0, path.size() - 1)) {
      at = step instanceof Integer index ? at.path(index) : at.path((String) step);
    }
    return at;
  }

  private static List<Object> plus(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }
}
