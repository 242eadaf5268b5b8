package io.gatehouse.application.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a key set is published. "MUST use the https scheme" [OpenID Connect Registration §2]; an
 * address of this machine may do without, and is only called where the operator allows that.
 */
final class KeySetAddressShape implements Shape {
  private static final int LONGEST = 2_048;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    if (!fits(node.textValue())) {
      issues.custom("Not an https URL.");
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
              || "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string").put("format", "uri");
  }
}
