package io.gatehouse.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.wellknown.OneTapPrompt;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Tells pages of the connector whose provider has a prompt; of its configuration nothing secret.
 */
@Singleton
class OneTap implements OneTapPrompt {
  private static final List<String> SWITCHES =
      List.of("isEnabled", "autoSelect", "closeOnTapOutside", "itpSupport");

  private final Connectors connectors;

  OneTap(Connectors connectors) {
    this.connectors = connectors;
  }

  @Override
  public Optional<Shown> find(TenantId tenant) {
    return connectors.all(tenant).stream()
        .filter(one -> one.factory() instanceof SocialConnector social && social.prompts())
        .filter(OneTap::valid)
        .findFirst()
        .map(one -> new Shown(one.target(), shown(one)));
  }

  private static boolean valid(ConnectorInstance instance) {
    try {
      instance.factory().check(instance.config());
      return true;
    } catch (ConnectorException wrong) {
      return false;
    }
  }

  private static ObjectNode shown(ConnectorInstance instance) {
    ObjectNode shown = JsonCodec.object();
    JsonNode settings = instance.config().path("oneTap");
    for (String name : SWITCHES) {
      if (settings.path(name).isBoolean()) {
        shown.put(name, settings.path(name).booleanValue());
      }
    }
    return shown
        .put("clientId", instance.config().path("clientId").asText())
        .put("connectorId", instance.id());
  }
}
