package io.gatehouse.interaction.step.social;

import io.gatehouse.connectors.Outside;
import io.gatehouse.tenant.TenantId;
import java.util.Optional;

/** Where the steps get a tenant's social connectors from. */
public interface SocialOffers {
  /** The connector with this id, if it is a social one. */
  Optional<SocialOffer> find(TenantId tenant, String connectorId);

  /** What connectors may use of the world. */
  Outside outside();
}
