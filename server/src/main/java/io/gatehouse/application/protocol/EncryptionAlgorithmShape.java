package io.gatehouse.application.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.SentJwe;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the key of the content is handed over. */
final class EncryptionAlgorithmShape implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    return oneOf(SentJwe.ALGORITHMS, node, issues);
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
