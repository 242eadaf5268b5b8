package io.gatehouse.platform.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which headers a proxy in front tells what it knows of a visitor: a name such as {@code
 * country} to that of a header.
 */
public record HeaderNames(Map<String, String> headers) {
  private static final int MOST = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,100}");

  public HeaderNames {
    headers = Map.copyOf(headers);
  }

  /** Reads a JSON object such as <code>{"country": "cf-ipcountry"}</code>. */
  static HeaderNames parse(String json) {
    JsonNode tree;
    try {
      tree = JsonCodec.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw needed(e);
    }
    if (tree == null || !tree.isObject() || tree.size() > MOST) {
      throw needed(null);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> named : tree.properties()) {
      String header = named.getValue().textValue();
      if (header == null
          || !HEADER.matcher(header).matches()
          || !NAME.matcher(named.getKey()).matches()) {
        throw needed(null);
      }
      headers.put(named.getKey(), header);
    }
    return new HeaderNames(headers);
  }

  private static IllegalArgumentException needed(@Nullable Exception cause) {
    return new IllegalArgumentException(
        "a JSON object of at most " + MOST + " names and headers is needed", cause);
  }
}
