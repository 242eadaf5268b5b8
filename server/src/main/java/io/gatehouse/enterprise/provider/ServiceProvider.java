package io.gatehouse.enterprise.provider;

import java.net.URI;

/** What we are called, and where we are answered, as the party of one connector of SAML. */
public record ServiceProvider(String entityId, String assertionConsumerService) {

  /** At the tenant of this endpoint. */
  public static ServiceProvider of(URI endpoint, String connectorId) {
    return new ServiceProvider(
        endpoint + "/enterprise-sso/" + connectorId,
        endpoint + "/api/authn/single-sign-on/saml/" + connectorId);
  }
}
