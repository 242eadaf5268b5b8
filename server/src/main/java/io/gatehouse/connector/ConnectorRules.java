package io.gatehouse.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connector.saml.SamlParties;
import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.saml.Saml;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tenant may configure; the order of the checks is what clients see. */
final class ConnectorRules {
  private ConnectorRules() {}

  /** Before a connector is made beside those that there are. */
  static void check(Connector factory, ConnectorInput input, List<ConnectorInstance> known) {
    ConnectorMetadata metadata = factory.metadata();
    String target = input.metadata() == null ? null : input.metadata().target();
    if (factory.type() == Connector.Type.SOCIAL) {
      checkSocial(metadata, input, known, target);
    }
    if (input.config() != null) {
      checkConfig(factory, input.config());
    }
    checkTokenStorage(factory, input.enableTokenStorage());
  }

  private static void checkSocial(
      ConnectorMetadata metadata,
      ConnectorInput input,
      List<ConnectorInstance> known,
      @Nullable String target) {
    if (metadata.standard()) {
      if (target == null || target.isEmpty()) {
        throw ConnectorError.TARGET_MISSING.exception();
      }
    } else {
      if (input.metadata() != null) {
        throw ConnectorError.METADATA_FIXED.exception();
      }
      if (known.stream().anyMatch(one -> one.factory().metadata().id().equals(metadata.id()))) {
        throw ConnectorError.ONE_INSTANCE_ONLY.exception();
      }
    }
    String wanted = target == null ? metadata.target() : target;
    for (ConnectorInstance one : known) {
      if (one.factory().type() == Connector.Type.SOCIAL
          && ConnectorInstance.sameButton(one, wanted, metadata)) {
        throw ConnectorError.TARGET_IN_USE.withData(
            Map.of(
                "connectorId",
                one.factory().metadata().id(),
                "connectorName",
                one.factory().metadata().name()));
      }
    }
  }

  /** Before a connector is changed. */
  static void check(ConnectorInstance before, ConnectorInput.Patch patch) {
    Connector factory = before.factory();
    if (patch.metadata() != null) {
      if (!factory.metadata().standard()) {
        throw ConnectorError.METADATA_FIXED.exception();
      }
      if (!before.target().equals(patch.metadata().target())) {
        throw ConnectorError.TARGET_FIXED.exception();
      }
    }
    if (Boolean.TRUE.equals(patch.syncProfile()) && factory.type() != Connector.Type.SOCIAL) {
      throw ConnectorError.SYNC_NOT_SUPPORTED.exception();
    }
    checkTokenStorage(factory, patch.enableTokenStorage());
    ObjectNode config = patch.config();
    if (config != null) {
      checkConfig(factory, config);
    }
  }

  private static void checkConfig(Connector factory, ObjectNode config) {
    factory.check(config);
    if (factory instanceof Saml saml) {
      SamlParties.of(saml.config(config));
    }
  }

  private static void checkTokenStorage(Connector factory, @Nullable Boolean wanted) {
    if (Boolean.TRUE.equals(wanted)
        && !(factory.type() == Connector.Type.SOCIAL
            && factory.metadata().tokenStorageSupported())) {
      throw ConnectorError.TOKEN_STORAGE_NOT_SUPPORTED.exception();
    }
  }

  /** What the database must not hold, met when all are read. */
  static void checkAll(List<ConnectorInstance> all) {
    Set<String> buttons = new HashSet<>();
    int emails = 0;
    int texts = 0;
    for (ConnectorInstance one : all) {
      ConnectorMetadata metadata = one.factory().metadata();
      switch (one.factory().type()) {
        case SOCIAL -> {
          if (metadata.platform() != null
              && !buttons.add(metadata.platform() + " " + one.target())) {
            throw ConnectorError.TARGET_TWICE.exception();
          }
        }
        case EMAIL -> emails++;
        case SMS -> texts++;
      }
    }
    if (emails > 1) {
      throw ConnectorError.MORE_THAN_ONE_EMAIL.exception();
    }
    if (texts > 1) {
      throw ConnectorError.MORE_THAN_ONE_SMS.exception();
    }
  }
}
