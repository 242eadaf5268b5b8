package io.gatehouse.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a request's body into JSON, whatever its content type, within bounds. */
public final class Bodies {
  private static final int JSON_LIMIT = 1024 * 1024;

  private Bodies() {}

  /**
   * The body as JSON: an object or list of {@code application/json}, the fields of a form, the
   * string of a plain text; an empty object for everything else.
   *
   * @param longestForm the most bytes of a form or a text
   */
  public static JsonNode read(@Nullable String contentType, InputStream body, int longestForm)
      throws IOException {
    String type = contentType == null ? "" : contentType.split(";", 2)[0];
    return switch (type.strip().toLowerCase(Locale.ROOT)) {
      case "application/json" -> json(bounded(body, JSON_LIMIT));
      case "application/x-www-form-urlencoded" -> form(bounded(body, longestForm));
      case "text/plain" -> text(bounded(body, longestForm));
      default -> JsonCodec.object();
    };
  }

  private static byte[] bounded(InputStream body, int limit) {
    byte[] bytes;
    try {
      bytes = body.readNBytes(limit + 1);
    } catch (IOException gone) {
      throw new BodyException(400, "The connection was closed before the body had come.");
    }
    if (bytes.length > limit) {
      throw new BodyException(413, "The body is larger than " + limit + " bytes.");
    }
    return bytes;
  }

  private static JsonNode json(byte[] bytes) {
    if (bytes.length == 0) {
      return JsonCodec.object();
    }
    JsonNode node;
    try {
      node = JsonCodec.sent(bytes);
    } catch (StreamConstraintsException e) {
      throw new BodyException(400, "The JSON is nested too deeply, or holds a number too long.");
    } catch (JsonProcessingException e) {
      throw new BodyException(400, "Malformed JSON: " + reason(e));
    }
    if (node.isMissingNode()) {
      return JsonCodec.object();
    }
    if (!node.isContainerNode()) {
      throw new BodyException(400, "invalid JSON, only supports object and array");
    }
    if (node.findParent("__proto__") != null) {
      throw new BodyException(400, "A member named __proto__ is not accepted.");
    }
    return node;
  }

  /** What the parser says, without where in our own program it keeps the text. */
  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int place = message.indexOf(" (start marker at ");
    return place < 0 ? message : message.substring(0, place);
  }

  private static JsonNode text(byte[] bytes) {
    return bytes.length == 0
        ? JsonCodec.object()
        : TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * Nested keys ({@code a[b]=1}) become objects, repeated ones ({@code c=2&c=3}, {@code c[]=2})
   * lists.
   */
  private static JsonNode form(byte[] bytes) {
    ObjectNode root = JsonCodec.object();
    for (Query.Parameter field :
        Query.parse(new String(bytes, StandardCharsets.UTF_8)).parameters()) {
      List<String> path = path(field.name());
      ObjectNode parent = root;
      for (String step : path.subList(0, path.size() - 1)) {
        parent = parent.get(step) instanceof ObjectNode known ? known : parent.putObject(step);
      }
      put(parent, path.getLast(), field.value());
    }
    return root;
  }

  private static void put(ObjectNode parent, String name, String value) {
    switch (parent.get(name)) {
      case null -> parent.put(name, value);
      case ArrayNode values -> values.add(value);
      case JsonNode first ->
          parent.set(name, JsonCodec.mapper().createArrayNode().add(first).add(value));
    }
  }

  private static List<String> path(String name) {
    List<String> path = new ArrayList<>();
    int open = name.indexOf('[');
    path.add(open <= 0 ? name : name.substring(0, open));
    while (open > 0 && path.size() < 6) {
      int close = name.indexOf(']', open);
      if (close < 0) {
        break;
      }
      if (close > open + 1) {
        path.add(name.substring(open + 1, close));
      }
      open = close + 1 < name.length() && name.charAt(close + 1) == '[' ? close + 1 : -1;
    }
    return path;
  }
}
