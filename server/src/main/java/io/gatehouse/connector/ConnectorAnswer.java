package io.gatehouse.connector;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorMetadata;

/**
 * Which members the answers about connectors hold, for the description of the API; {@link
 * ConnectorView} writes them.
 *
 * @param metadata what the tenant has put over the factory's own
 */
record ConnectorAnswer(
    @JsonUnwrapped OfFactory factory,
    String connectorId,
    boolean syncProfile,
    boolean enableTokenStorage,
    ObjectNode metadata,
    ObjectNode config,
    ObjectNode extraInfo) {

  /** Those about a factory. */
  record OfFactory(
      @JsonUnwrapped ConnectorMetadata about,
      String type,
      @JsonProperty("isDemo") boolean isDemo) {}
}
