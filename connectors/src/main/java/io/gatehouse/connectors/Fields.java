package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object into a record and reports every fault at once.
 *
 * <pre>{@code
 * Config config = Fields.read(json, INVALID_CONFIG, in -> new Config(in.text("clientId"), in.optionalText("scope")));
 * }</pre>
 *
 * <p>A faulty field yields a harmless value, so that the following ones are looked at too; the
 * record is never handed out. Unknown fields are ignored. JSON null counts as absent.
 */
public final class Fields {
  private final JsonNode object;
  private final List<Object> path;
  private final ArrayNode issues;

  private Fields(JsonNode object, List<Object> path, ArrayNode issues) {
    this.object = object;
    this.path = path;
    this.issues = issues;
  }

  /**
   * The record of {@code shape}, or the given error with {@code {issues: [...], name}} as its data.
   */
  public static <T> T read(JsonNode json, ConnectorError error, Function<Fields, T> shape) {
    var in = new Fields(json, List.of(), JsonNodeFactory.instance.arrayNode());
    if (!json.isObject()) {
      in.wrongType("", "object", json);
    }
    T value = shape.apply(in);
    if (!in.issues.isEmpty()) {
      ObjectNode data = JsonNodeFactory.instance.objectNode();
      data.set("issues", in.issues);
      throw error.with(data.put("name", "ZodError"));
    }
    return value;
  }

  /** A text that must be there and not be blank. */
  public String text(String key) {
    JsonNode node = object.path(key);
    if (!node.isTextual()) {
      wrongType(key, "string", node);
      return "";
    }
    if (node.textValue().isBlank()) {
      issue("too_small", key, "Must not be blank.")
          .put("minimum", 1)
          .put("type", "string")
          .put("inclusive", true)
          .put("exact", false);
    }
    return node.textValue();
  }

  /** A text that must be there and can be sent in a header, such as a key. */
  public String headerText(String key) {
    String text = text(key);
    if (!text.chars().allMatch(c -> c > 0x1f && c < 0x7f)) {
      refuse(key, "Must be one line of printable ASCII.");
    }
    return text;
  }

  /** A text that must be there, but may be empty. */
  public String textOrEmpty(String key) {
    JsonNode node = object.path(key);
    if (!node.isTextual()) {
      wrongType(key, "string", node);
      return "";
    }
    return node.textValue();
  }

  /** A text, or null where there is none. */
  public @Nullable String optionalText(String key) {
    JsonNode node = object.path(key);
    if (absent(node)) {
      return null;
    }
    if (!node.isTextual()) {
      wrongType(key, "string", node);
      return null;
    }
    return node.textValue();
  }

  /** A text or a number, as text, or null where there is neither. */
  public @Nullable String optionalScalar(String key) {
    JsonNode node = object.path(key);
    return node.isNumber() ? node.asText() : optionalText(key);
  }

  /**
   * What somebody is known by, which must be there: a text, or a whole number as text. Of several
   * fields the first that is filled counts.
   */
  public String id(String... keys) {
    for (String key : keys) {
      JsonNode node = object.path(key);
      if (node.isIntegralNumber() || (node.isTextual() && !node.textValue().isBlank())) {
        return node.asText();
      }
    }
    return text(keys[0]);
  }

  /** A telephone number as its digits, or null where there is none. */
  public @Nullable String phone(String key) {
    String text = optionalText(key);
    return text == null ? null : text.replaceAll("[^0-9]", "");
  }

  /** An absolute http or https address. */
  public URI url(String key) {
    String text = text(key);
    try {
      var uri = new URI(text);
      if (uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException malformed) {
      // reported below
    }
    if (!text.isBlank()) {
      issue("invalid_string", key, "Must be an absolute http(s) URL.").put("validation", "url");
    }
    return URI.create("http://invalid");
  }

  /** One of the given texts; the first of them where there is none. */
  public String choice(String key, String... options) {
    String text = optionalText(key);
    if (text == null) {
      return options[0];
    }
    if (!List.of(options).contains(text)) {
      ObjectNode issue =
          issue("invalid_enum_value", key, "Must be one of " + String.join(", ", options) + ".");
      ArrayNode list = issue.put("received", text).putArray("options");
      List.of(options).forEach(list::add);
    }
    return text;
  }

  public boolean flag(String key) {
    JsonNode node = object.path(key);
    if (!absent(node) && !node.isBoolean()) {
      wrongType(key, "boolean", node);
    }
    return node.asBoolean(false);
  }

  /** A boolean, or null where there is none. */
  public @Nullable Boolean optionalFlag(String key) {
    return absent(object.path(key)) ? null : (Boolean) flag(key);
  }

  /** A boolean; providers that write it as text are understood, and anything else is false. */
  public boolean coercedFlag(String key) {
    JsonNode node = object.path(key);
    return node.isTextual() ? node.textValue().equalsIgnoreCase("true") : node.asBoolean(false);
  }

  /** A whole number; providers that write it as text are understood. */
  public @Nullable Long coercedNumber(String key) {
    JsonNode node = object.path(key);
    if (absent(node) || (node.isTextual() && node.textValue().isBlank())) {
      return null;
    }
    if (node.isNumber()) {
      return node.longValue();
    }
    if (node.isTextual() && node.textValue().strip().matches("\\d{1,15}(\\.\\d+)?")) {
      return (long) Double.parseDouble(node.textValue().strip());
    }
    wrongType(key, "number", node);
    return null;
  }

  /** A list of texts; empty where there is none. */
  public List<String> texts(String key) {
    JsonNode node = object.path(key);
    if (!absent(node) && !node.isArray()) {
      wrongType(key, "array", node);
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (JsonNode element : node) {
      if (element.isTextual()) {
        texts.add(element.textValue());
      } else {
        at(key, texts.size()).wrongType("", "string", element);
      }
    }
    return List.copyOf(texts);
  }

  /** A list of some of the given texts. */
  public List<String> texts(String key, List<String> options) {
    List<String> texts = texts(key);
    if (!options.containsAll(texts)) {
      refuse(key, "Must be of " + String.join(", ", options) + ".");
    }
    return texts;
  }

  /** A map of texts, in its order; empty where there is none. */
  public Map<String, String> textMap(String key) {
    return nested(
        key,
        in -> {
          var map = new LinkedHashMap<String, String>();
          for (var field : in.object.properties()) {
            String text = in.optionalText(field.getKey());
            if (text != null) {
              map.put(field.getKey(), text);
            }
          }
          return map;
        });
  }

  /** An object within the object; where there is none, {@code shape} sees an empty one. */
  public <T> T nested(String key, Function<Fields, T> shape) {
    JsonNode node = object.path(key);
    if (!absent(node) && !node.isObject()) {
      wrongType(key, "object", node);
    }
    return shape.apply(at(key, node));
  }

  /** A list of objects that must be there. */
  public <T> List<T> list(String key, Function<Fields, T> shape) {
    JsonNode node = object.path(key);
    if (!node.isArray()) {
      wrongType(key, "array", node);
    }
    var values = new ArrayList<T>();
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      Fields element = at(key, i, node.get(i));
      if (!node.get(i).isObject()) {
        element.wrongType("", "object", node.get(i));
      }
      values.add(shape.apply(element));
    }
    return values;
  }

  /** The names of all fields, in their order. */
  public List<String> names() {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** The value as it came; missing where there is none. */
  public JsonNode raw(String key) {
    return object.path(key);
  }

  /** Reports a fault that only the connector knows of. */
  public void refuse(String key, String message) {
    issue("custom", key, message);
  }

  /** Reports that a value is not of the type it must be. */
  public void wrongType(String key, String expected, JsonNode received) {
    String type = typeOf(received);
    issue("invalid_type", key, "Expected " + expected + " but received " + type + ".")
        .put("expected", expected)
        .put("received", type);
  }

  private ObjectNode issue(String code, String key, String message) {
    ObjectNode issue = issues.addObject().put("code", code);
    ArrayNode keys = issue.putArray("path");
    path.forEach(step -> add(keys, step));
    if (!key.isEmpty()) {
      keys.add(key);
    }
    return issue.put("message", message);
  }

  private static void add(ArrayNode keys, Object step) {
    if (step instanceof Integer index) {
      keys.add(index);
    } else {
      keys.add(step.toString());
    }
  }

  private Fields at(Object... steps) {
    JsonNode node = steps[steps.length - 1] instanceof JsonNode last ? last : object;
    var deeper = new ArrayList<>(path);
    for (Object step : steps) {
      if (!(step instanceof JsonNode)) {
        deeper.add(step);
      }
    }
    return new Fields(node, deeper, issues);
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static String typeOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "undefined";
      case NULL -> "null";
      case STRING, BINARY -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT, POJO -> "object";
    };
  }

  static String details(JsonNode data) {
    var lines = new ArrayList<String>();
    for (JsonNode issue : data.path("issues")) {
      String path =
          issue.path("path").valueStream().map(JsonNode::asText).collect(Collectors.joining("."));
      lines.add(
          "Error in key path \"%s\": (%s) %s"
              .formatted(path, issue.path("code").asText(), issue.path("message").asText()));
    }
    return String.join("\n", lines);
  }
}
