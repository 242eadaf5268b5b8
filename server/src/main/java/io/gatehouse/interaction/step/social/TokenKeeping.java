package io.gatehouse.interaction.step.social;

import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Keeps a provider's tokens once it is settled whose they are. */
@Singleton
public class TokenKeeping {
  private static final Logger LOG = Logger.getLogger(TokenKeeping.class);

  private final SocialTokens tokens;
  private final SocialIdentification social;

  TokenKeeping(SocialTokens tokens, SocialIdentification social) {
    this.tokens = tokens;
    this.social = social;
  }

  /** Keeps what the sign-in brought, if anything; a sign-in never fails for it. */
  public void keep(Journey journey, String userId) {
    journey.state().record(Social.class).ifPresent(record -> keep(journey, userId, record));
  }

  private void keep(Journey journey, String userId, Social record) {
    String sealed = record.tokens();
    if (sealed == null) {
      return;
    }
    try {
      tokens.keep(
          journey.tenantId(),
          userId,
          record.connectorId(),
          social.identity(journey, record),
          sealed);
    } catch (RuntimeException e) {
      LOG.warnf(e, "the provider's tokens of user %s could not be kept", userId);
    }
  }
}
