package io.gatehouse.connector;

import io.gatehouse.connector.saml.SamlAtTenant;
import io.gatehouse.connector.saml.SamlTrips;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.saml.Saml;
import io.gatehouse.interaction.step.social.SocialOffer;
import io.gatehouse.interaction.step.social.SocialOffers;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a tenant's social connectors to the steps of a sign-in. */
@Singleton
class Offers implements SocialOffers {
  private final Connectors connectors;
  private final SamlTrips trips;
  private final Outside outside;

  Offers(Connectors connectors, SamlTrips trips, Outside outside) {
    this.connectors = connectors;
    this.trips = trips;
    this.outside = outside;
  }

  @Override
  public Optional<SocialOffer> find(TenantId tenant, String connectorId) {
    return connectors
        .find(tenant, connectorId)
        .flatMap(one ->
            one.factory() instanceof SocialConnector social
                ? Optional.of(
                    new SocialOffer(
                        one.id(),
                        one.target(),
                        at(tenant, one, social),
                        one.config(),
                        one.syncProfile(),
                        one.enableTokenStorage()))
                : Optional.empty());
  }

  /** Who answers from another site needs a place where the trip is remembered. */
  private SocialConnector at(TenantId tenant, ConnectorInstance one, SocialConnector connector) {
    return connector instanceof Saml saml
        ? new SamlAtTenant(tenant, one.id(), saml, trips)
        : connector;
  }

  @Override
  public Outside outside() {
    return outside;
  }
}
