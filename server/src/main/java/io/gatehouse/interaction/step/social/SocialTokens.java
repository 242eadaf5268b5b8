package io.gatehouse.interaction.step.social;

import io.gatehouse.connectors.TokenSet;
import io.gatehouse.interaction.step.PendingProfile.SocialIdentity;
import io.gatehouse.tenant.TenantId;

/** Where sign-ins leave the tokens that providers hand out. */
public interface SocialTokens {
  /** The tokens as a sign-in under way may carry them: sealed. */
  String seal(TenantId tenant, TokenSet tokens);

  /** Keeps sealed tokens for a person, provided that the account at the provider is theirs. */
  void keep(
      TenantId tenant, String userId, String connectorId, SocialIdentity identity, String sealed);
}
