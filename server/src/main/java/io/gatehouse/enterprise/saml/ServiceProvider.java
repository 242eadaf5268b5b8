package io.gatehouse.enterprise.saml;

import io.gatehouse.tenant.Tenant;

/** What we are called, and where we are answered, as the party of one connector. */
public record ServiceProvider(String entityId, String assertionConsumerService) {

  public static ServiceProvider of(Tenant tenant, String connectorId) {
    return new ServiceProvider(
        tenant.url("/enterprise-sso/" + connectorId),
        tenant.url("/api/authn/single-sign-on/saml/" + connectorId));
  }
}
