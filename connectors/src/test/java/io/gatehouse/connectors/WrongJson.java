package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON that is almost right: one value is another, is missing, or is not JSON at all. */
final class WrongJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEP = 1_200;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "a\r\nb: c",
          "é😀",
          "\uD800",
          "<script>",
          "../..",
          "https://[",
          "javascript:alert(1)",
          "%zz",
          "{{code}}",
          "a.b.c",
          "-1",
          "1e999",
          "x".repeat(20_000));

  private final RandomGenerator random;

  WrongJson(RandomGenerator random) {
    this.random = random;
  }

  /** The text of the tree with one or two of its values changed. */
  String text(JsonNode right) {
    if (!right.isContainerNode()) {
      return cut(right.isTextual() ? right.textValue() : right.toString());
    }
    JsonNode wrong = tree(right);
    return random.nextInt(12) == 0 ? cut(wrong.toString()) : wrong.toString();
  }

  /** The tree with one or two of its values changed. */
  JsonNode tree(JsonNode right) {
    JsonNode wrong = right.deepCopy();
    change(wrong);
    if (random.nextBoolean()) {
      change(wrong);
    }
    return wrong;
  }

  private void change(JsonNode root) {
    List<JsonNode> parents = new ArrayList<>();
    collect(root, parents);
    if (parents.isEmpty()) {
      return;
    }
    switch (parents.get(random.nextInt(parents.size()))) {
      case ObjectNode object -> {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
          object.remove(name);
        } else {
          object.set(name, other(object.get(name)));
        }
      }
      case ArrayNode array -> {
        int place = random.nextInt(array.size());
        array.set(place, other(array.get(place)));
      }
      default -> {}
    }
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainerNode() && !node.isEmpty()) {
      parents.add(node);
      node.forEach(child -> collect(child, parents));
    }
  }

  private JsonNode other(JsonNode value) {
    return switch (random.nextInt(10)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextInt(-1, 2));
      case 3 -> JSON.numberNode(random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE);
      case 4 -> JSON.numberNode(1e300);
      case 5 -> random.nextBoolean() ? JSON.objectNode() : JSON.arrayNode();
      case 6 -> JSON.arrayNode().add(value);
      case 7 -> JSON.objectNode().set("a", value);
      default -> JSON.textNode(random(value));
    };
  }

  /** An odd text, alone or behind what was there. */
  private String random(JsonNode value) {
    String odd = TEXTS.get(random.nextInt(TEXTS.size()));
    return random.nextBoolean() && value.isTextual() ? value.textValue() + odd : odd;
  }

  private String cut(String text) {
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, random.nextInt(text.length() + 1));
      case 1 -> "[".repeat(DEEP);
      case 2 -> text + text;
      default ->
          IntStream.range(0, random.nextInt(40))
              .mapToObj(i -> String.valueOf((char) random.nextInt(0x10000)))
              .collect(Collectors.joining());
    };
  }
}
