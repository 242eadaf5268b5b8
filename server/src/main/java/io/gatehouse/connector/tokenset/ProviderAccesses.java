package io.gatehouse.connector.tokenset;

import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.enterprise.tokenset.ProviderAccess;
import io.gatehouse.enterprise.tokenset.TokenSetError;
import io.gatehouse.interaction.step.social.SocialOffer;
import io.gatehouse.interaction.step.social.SocialOffers;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Hands the tokens of providers out to the people whom they are kept for, and renews them. */
@Singleton
public class ProviderAccesses {
  private final TokenSets tokens;
  private final TokenSetStore store;
  private final SocialOffers offers;
  private final InstantSource clock;

  ProviderAccesses(
      TokenSets tokens, TokenSetStore store, SocialOffers offers, InstantSource clock) {
    this.tokens = tokens;
    this.store = store;
    this.offers = offers;
    this.clock = clock;
  }

  /** The access token of the person's identity at this provider; a new one where it has expired. */
  public ProviderAccess of(TenantId tenant, String userId, String target) {
    TokenSetStore.Entry entry = find(tenant, userId, target);
    Instant expiresAt = entry.expiresAt();
    Instant now = clock.instant();
    if (expiresAt == null || expiresAt.isAfter(now)) {
      return ProviderAccess.of(tokens.open(tenant, entry), expiresAt, now);
    }
    if (!entry.hasRefreshToken()) {
      store.delete(tenant, entry.id());
      throw TokenSetError.EXPIRED.exception();
    }
    return renewed(tenant, entry);
  }

  private ProviderAccess renewed(TenantId tenant, TokenSetStore.Entry entry) {
    SocialOffer offer =
        offers
            .find(tenant, entry.connectorId())
            .filter(SocialOffer::keepsTokens)
            .orElseThrow(TokenSetError.STORAGE_NOT_SUPPORTED::exception);
    TokenSet old = tokens.open(tenant, entry);
    String refreshToken = Optional.ofNullable(old.refreshToken()).orElseThrow();
    Instant asked = clock.instant();
    TokenSet fresh;
    try {
      fresh =
          offer
              .connector()
              .refresh(refreshToken, offer.config(), offers.outside())
              .orRefreshedBy(old);
    } catch (ConnectorException refused) {
      return renewedByOther(tenant, entry, refused);
    }
    Instant expiresAt = TokenSets.expiry(asked.toEpochMilli(), fresh);
    tokens.put(
        tenant,
        new TokenSets.Place(
            entry.userId(), entry.connectorId(), entry.target(), entry.identityId()),
        fresh,
        expiresAt);
    return ProviderAccess.of(fresh, expiresAt, asked);
  }

  /** A refresh token that works once was spent by a call that came at the same time. */
  private ProviderAccess renewedByOther(
      TenantId tenant, TokenSetStore.Entry entry, ConnectorException refused) {
    Instant now = clock.instant();
    TokenSetStore.Entry latest = find(tenant, entry.userId(), entry.target());
    Instant expiresAt = latest.expiresAt();
    if (latest.id().equals(entry.id()) || (expiresAt != null && !expiresAt.isAfter(now))) {
      throw refused;
    }
    return ProviderAccess.of(tokens.open(tenant, latest), expiresAt, now);
  }

  private TokenSetStore.Entry find(TenantId tenant, String userId, String target) {
    return store.ofTarget(tenant, userId, target).orElseThrow(TokenSetError.NOT_FOUND::exception);
  }
}
