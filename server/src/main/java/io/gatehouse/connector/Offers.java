package io.gatehouse.connector;

import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.interaction.step.social.SocialOffer;
import io.gatehouse.interaction.step.social.SocialOffers;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a tenant's social connectors to the steps of a sign-in. */
@Singleton
class Offers implements SocialOffers {
  private final Connectors connectors;
  private final Outside outside;

  Offers(Connectors connectors, Outside outside) {
    this.connectors = connectors;
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
                        social,
                        one.config(),
                        one.syncProfile(),
                        one.enableTokenStorage()))
                : Optional.empty());
  }

  @Override
  public Outside outside() {
    return outside;
  }
}
