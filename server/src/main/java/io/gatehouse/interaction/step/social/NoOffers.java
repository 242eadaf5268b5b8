package io.gatehouse.interaction.step.social;

import io.gatehouse.connectors.Outside;
import io.gatehouse.tenant.TenantId;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Optional;

/** An installation without connectors. */
@Singleton
@DefaultBean
class NoOffers implements SocialOffers {
  @Override
  public Optional<SocialOffer> find(TenantId tenant, String connectorId) {
    return Optional.empty();
  }

  @Override
  public Outside outside() {
    throw new IllegalStateException("there is no connector that could use it");
  }
}
