package io.gatehouse.application.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the content is encrypted. */
final class EncryptionMethodShape implements Shape {
  private static final List<String> KNOWN =
      List.of("A128CBC-HS256", "A256CBC-HS512", "A128GCM", "A256GCM");

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    return EncryptionAlgorithmShape.oneOf(KNOWN, node, issues);
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string");
  }
}
