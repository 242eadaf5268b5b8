package io.gatehouse.application.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the key of the content is handed over. Without RSA1_5, which tells attackers too much. [RFC
 * 8725 §3.2]
 */
final class EncryptionAlgorithmShape implements Shape {
  private static final List<String> KNOWN =
      List.of("RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW");

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    return oneOf(KNOWN, node, issues);
  }

  static @Nullable Object oneOf(List<String> known, JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    if (!known.contains(node.textValue())) {
      issues.custom("Not one of " + String.join(", ", known) + ".");
      return null;
    }
    return node.textValue();
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string");
  }
}
