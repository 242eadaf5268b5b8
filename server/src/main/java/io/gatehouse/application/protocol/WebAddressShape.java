package io.gatehouse.application.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** An address that a browser can load: http or https, with a host, without a fragment. */
final class WebAddressShape implements Shape {
  private static final int LONGEST = 2_048;

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    if (!fits(node.textValue())) {
      issues.custom("Not an http or https URL without a fragment.");
      return null;
    }
    return node.textValue();
  }

  private static boolean fits(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= LONGEST
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string").put("format", "uri");
  }
}
