package io.gatehouse.application.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.SentJwe;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import org.jspecify.annotations.Nullable;

/** How the content is encrypted. */
final class EncryptionMethodShape implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    return EncryptionAlgorithmShape.oneOf(SentJwe.METHODS, node, issues);
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string");
  }
}
