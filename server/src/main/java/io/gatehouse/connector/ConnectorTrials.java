package io.gatehouse.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.message.template.EmailTemplates;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets administrators see whether a connector works. */
@Singleton
class ConnectorTrials {
  private static final String CODE = "000000";
  private static final String TYPE = "Generic";

  private final Factories factories;
  private final Connectors connectors;
  private final EmailTemplates templates;
  private final Outside outside;

  ConnectorTrials(
      Factories factories, Connectors connectors, EmailTemplates templates, Outside outside) {
    this.factories = factories;
    this.connectors = connectors;
    this.templates = templates;
    this.outside = outside;
  }

  /** Sends a message with a configuration that need not be stored yet. */
  void send(TenantId tenant, String factoryId, ConnectorInput.Trial trial) {
    String phone = trial.phone();
    String to = phone != null ? phone : trial.email();
    if (to == null) {
      throw RequestError.INVALID_GUARD.exception(Map.of("type", "body"));
    }
    Connector factory =
        factories
            .find(factoryId)
            .filter(found -> found.type() != Connector.Type.SOCIAL)
            .orElseThrow(() -> ConnectorError.NOT_FOUND.exception(Map.of("type", factoryId)));
    ObjectNode payload = JsonCodec.object().put("code", CODE);
    if (trial.locale() != null) {
      payload.put("locale", trial.locale());
    }
    switch (factory) {
      case SmsConnector sms when phone != null ->
          sms.send(new Message(to, TYPE, payload), trial.config(), outside);
      case EmailConnector email when phone == null ->
          email.send(
              new Message(to, TYPE, payload, null, wording(tenant, trial)),
              trial.config(),
              outside);
      case SmsConnector sms -> throw ConnectorError.UNEXPECTED_TYPE.exception();
      case EmailConnector email -> throw ConnectorError.UNEXPECTED_TYPE.exception();
      case SocialConnector social -> throw ConnectorError.UNEXPECTED_TYPE.exception();
    }
  }

  /** The tenant's own wording, if there is one. */
  private @Nullable MessageTemplate wording(TenantId tenant, ConnectorInput.Trial trial) {
    List<String> locales = trial.locale() == null ? List.of() : List.of(trial.locale());
    return templates.choose(tenant, TYPE, locales).orElse(null);
  }

  /** Where a person would be sent. */
  URI authorizationUri(TenantId tenant, String id, ConnectorInput.Departure departure) {
    if (departure.state().isEmpty() || departure.redirectUri().isEmpty()) {
      throw ConnectorError.INSUFFICIENT_INFO.exception();
    }
    ConnectorInstance instance = connectors.get(tenant, id);
    if (!(instance.factory() instanceof SocialConnector social)) {
      throw ConnectorError.UNEXPECTED_TYPE.exception();
    }
    AuthorizationRequest request =
        new AuthorizationRequest(
            departure.state(),
            departure.redirectUri(),
            id,
            Ids.standardId(),
            Map.of(),
            null,
            SocialSession.Writer.unavailable());
    return social.authorizationUri(request, instance.config(), outside);
  }
}
