package io.gatehouse.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Connector;
import io.gatehouse.platform.json.JsonCodec;

/**
 * Connectors and factories as the API answers them: the factory's description with more members.
 */
final class ConnectorView {
  private ConnectorView() {}

  /**
   * A factory, its readme in the reader's language where it is written in it.
   *
   * @param language a tag
   */
  static ObjectNode of(Connector factory, String language) {
    ObjectNode view = JsonCodec.mapper().valueToTree(factory.metadata());
    view.put("readme", factory.metadata().readme(language));
    return view.put("type", factory.type().wire()).put("isDemo", false);
  }

  static ObjectNode of(ConnectorInstance instance, String language) {
    ObjectNode view = of(instance.factory(), language);
    view.setAll(instance.metadata());
    view.put("id", instance.id())
        .put("connectorId", instance.factory().metadata().id())
        .put("syncProfile", instance.syncProfile())
        .put("enableTokenStorage", instance.enableTokenStorage());
    view.set("metadata", instance.metadata());
    view.set("config", instance.config());
    view.putObject("extraInfo");
    return view;
  }
}
