package io.gatehouse.application.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of an algorithm that an application can sign assertions with: by a key of its own, or by
 * its secret. "The value none MUST NOT be used" [OpenID Connect Registration §2].
 */
final class AssertionAlgorithmShape implements Shape {
  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of("HS256"), Stream.of(SigningAlgorithm.values()).map(SigningAlgorithm::alg))
          .toList();

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    return EncryptionAlgorithmShape.oneOf(KNOWN, node, issues);
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("string");
  }
}
