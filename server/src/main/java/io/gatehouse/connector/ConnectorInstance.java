package io.gatehouse.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.ConnectorMetadata;
import java.time.Instant;

/**
 * A connector as a tenant has configured it.
 *
 * @param factory what it is made from
 * @param metadata the tenant's own target, name and logo; only of standard connectors
 */
public record ConnectorInstance(
    String id,
    Connector factory,
    ObjectNode config,
    ObjectNode metadata,
    boolean syncProfile,
    boolean enableTokenStorage,
    Instant createdAt) {

  /** The name of the provider under which identities are kept. */
  public String target() {
    String own = metadata.path("target").textValue();
    return own == null ? factory.metadata().target() : own;
  }

  /** Whether another instance stands for the same provider on the same platform. */
  boolean sameButtonAs(ConnectorInstance other) {
    return sameButton(other, target(), factory.metadata());
  }

  static boolean sameButton(ConnectorInstance known, String target, ConnectorMetadata metadata) {
    return metadata.platform() != null
        && known.target().equals(target)
        && metadata.platform() == known.factory().metadata().platform();
  }

  /** Without the configuration, which holds secrets. */
  @Override
  public String toString() {
    return factory.metadata().id() + " " + id;
  }
}
