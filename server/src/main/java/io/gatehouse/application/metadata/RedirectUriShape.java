package io.gatehouse.application.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import org.jspecify.annotations.Nullable;

/** A redirect URI that a client may register. */
final class RedirectUriShape implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    String uri = node.textValue();
    if (!RegisteredUri.isValid(uri)) {
      issues.custom(
          "Not a redirect URI: it must be an http or https URL without dot segments, or have a"
              + " scheme of the application's own. An asterisk may stand in the path, and in the"
              + " labels of a host that holds a dot.");
      return null;
    }
    return uri;
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string").put("format", "uri");
  }
}
