package io.gatehouse.session.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import java.util.LinkedHashMap;
import java.util.Map;

/** How scopes at resources are kept in a JSON column: {@code {"https://api": "read write"}}. */
public final class GrantColumns {
  private GrantColumns() {}

  public static String text(Map<String, Scopes> resources) {
    ObjectNode object = JsonCodec.object();
    resources.forEach((indicator, scopes) -> object.put(indicator, scopes.toString()));
    return object.toString();
  }

  public static Map<String, Scopes> parse(String text) {
    if (text.equals("{}")) {
      return Map.of();
    }
    Map<String, Scopes> resources = new LinkedHashMap<>();
    JsonCodec.tree(text)
        .properties()
        .forEach(entry -> resources.put(entry.getKey(), Scopes.parse(entry.getValue().asText())));
    return resources;
  }
}
