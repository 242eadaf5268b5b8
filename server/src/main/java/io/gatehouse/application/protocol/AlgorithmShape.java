package io.gatehouse.application.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The name of an algorithm that the provider can sign with. */
final class AlgorithmShape implements Shape {
  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isTextual()) {
      issues.wrongType("string", node);
      return null;
    }
    if (SigningAlgorithm.of(node.textValue()) == null) {
      issues.custom(
          "Not one of "
              + Stream.of(SigningAlgorithm.values())
                  .map(SigningAlgorithm::alg)
                  .collect(Collectors.joining(", "))
              + ".");
      return null;
    }
    return node.textValue();
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string");
  }
}
