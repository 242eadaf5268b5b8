package io.gatehouse.connector.saml;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.saml.Saml;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A connector of SAML with a place where its requests are remembered. */
public record SamlAtTenant(TenantId tenant, String connectorId, Saml saml, SamlTrips trips)
    implements SocialConnector {
  private static final String REQUEST = "requestId";
  private static final String TICKET = "ticket";

  @Override
  public ConnectorMetadata metadata() {
    return saml.metadata();
  }

  @Override
  public void check(JsonNode config) {
    saml.check(config);
  }

  @Override
  public URI authorizationUri(AuthorizationRequest request, JsonNode config, Outside outside) {
    // SAML 2.0 Core §1.3.4: an identifier begins with a letter or an underscore.
    String id = "_" + Ids.token();
    request.session().write(new SocialSession(Map.of(REQUEST, id)));
    return trips.begin(tenant, request, saml.config(config), id);
  }

  /** Fetches what the response has said by the ticket that the browser brings. */
  @Override
  public Answer complete(SocialCallback callback, JsonNode config, Outside outside) {
    String request =
        callback
            .session()
            .read()
            .get(REQUEST)
            .orElseThrow(StepError.CONNECTOR_SESSION_NOT_FOUND::exception);
    String ticket =
        callback.text(TICKET).orElseThrow(StepError.CONNECTOR_SESSION_NOT_FOUND::exception);
    Map<String, List<String>> said = trips.collect(tenant, connectorId, request, ticket);
    return new Answer(saml.person(said, config));
  }
}
