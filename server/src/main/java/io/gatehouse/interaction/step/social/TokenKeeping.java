package io.gatehouse.interaction.step.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.enterprise.tokenset.SsoTokenSets;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.EnterpriseSso;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Keeps a provider's tokens once it is settled whose they are. */
@Singleton
public class TokenKeeping {
  private static final Logger LOG = Logger.getLogger(TokenKeeping.class);

  private final SocialTokens tokens;
  private final SocialIdentification social;
  private final SsoTokenSets enterprises;

  TokenKeeping(SocialTokens tokens, SocialIdentification social, SsoTokenSets enterprises) {
    this.tokens = tokens;
    this.social = social;
    this.enterprises = enterprises;
  }

  /** Keeps what the sign-in brought, if anything; a sign-in never fails for it. */
  public void keep(Journey journey, String userId) {
    journey.state().record(Social.class).ifPresent(record -> keep(journey, userId, record));
    journey.state().record(EnterpriseSso.class).ifPresent(record -> keep(journey, userId, record));
  }

  private void keep(Journey journey, String userId, EnterpriseSso record) {
    String sealed = record.tokens();
    ObjectNode info = record.enterpriseSsoUserInfo();
    String issuer = record.issuer();
    if (sealed == null || info == null || issuer == null) {
      return;
    }
    SsoTokenSets.Owner owner = new SsoTokenSets.Owner(userId, issuer, info.path("id").asText());
    attempt(userId, () -> enterprises.keep(journey.tenantId(), owner, sealed));
  }

  private void keep(Journey journey, String userId, Social record) {
    String sealed = record.tokens();
    if (sealed == null) {
      return;
    }
    attempt(
        userId,
        () ->
            tokens.keep(
                journey.tenantId(),
                userId,
                record.connectorId(),
                social.identity(journey, record),
                sealed));
  }

  private static void attempt(String userId, Runnable keeping) {
    try {
      keeping.run();
    } catch (RuntimeException e) {
      LOG.warnf(e, "the provider's tokens of user %s could not be kept", userId);
    }
  }
}
