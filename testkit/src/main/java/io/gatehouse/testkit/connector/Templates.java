package io.gatehouse.testkit.connector;

import static io.gatehouse.connectors.ConnectorError.TEMPLATE_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds a message's wording among the templates of a mock's configuration. */
final class Templates {
  private Templates() {}

  /** As configured: the one of the usage type, else the generic one. */
  static JsonNode choose(String type, JsonNode config) {
    return of(type, config)
        .or(() -> of("Generic", config))
        .orElseThrow(() -> TEMPLATE_NOT_FOUND.exception("There is no template for " + type + "."));
  }

  private static Optional<JsonNode> of(String type, JsonNode config) {
    return config
        .path("templates")
        .valueStream()
        .filter(template -> template.path("usageType").asText().equals(type))
        .findFirst();
  }
}
