package io.gatehouse.enterprise.tokenset;

import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.signon.SignOn;
import io.gatehouse.enterprise.tokenset.SsoTokenSetStore.Owned;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Hands the tokens of enterprises' providers out to the people whom they are kept for. */
@Singleton
public class SsoAccesses {
  private final SsoTokenSets tokens;
  private final SsoTokenSetStore store;
  private final SsoConnectors connectors;
  private final SignOn signOn;
  private final InstantSource clock;

  SsoAccesses(
      SsoTokenSets tokens,
      SsoTokenSetStore store,
      SsoConnectors connectors,
      SignOn signOn,
      InstantSource clock) {
    this.tokens = tokens;
    this.store = store;
    this.connectors = connectors;
    this.signOn = signOn;
    this.clock = clock;
  }

  /** The access token that came by this connector; a new one where it has expired. */
  public ProviderAccess of(TenantId tenant, String userId, String connectorId) {
    Owned found = find(tenant, userId, connectorId);
    Instant expiresAt = found.entry().expiresAt();
    Instant now = clock.instant();
    if (expiresAt == null || expiresAt.isAfter(now)) {
      return ProviderAccess.of(tokens.open(tenant, found.entry()), expiresAt, now);
    }
    if (!found.entry().hasRefreshToken()) {
      store.delete(tenant, found.entry().id());
      throw TokenSetError.EXPIRED.exception();
    }
    SsoConnector connector = connectors.get(tenant, connectorId);
    if (!connector.enableTokenStorage()) {
      throw TokenSetError.STORAGE_NOT_SUPPORTED.exception();
    }
    return renewed(tenant, connector, found);
  }

  private ProviderAccess renewed(TenantId tenant, SsoConnector connector, Owned found) {
    TokenSet old = tokens.open(tenant, found.entry());
    String refreshToken = Optional.ofNullable(old.refreshToken()).orElseThrow();
    Instant asked = clock.instant();
    TokenSet fresh;
    try {
      fresh = signOn.renew(connector, refreshToken).orRefreshedBy(old);
    } catch (ConnectorException refused) {
      return renewedByOther(tenant, connector, found, refused);
    }
    Instant expiresAt = SsoTokenSets.expiry(asked.toEpochMilli(), fresh);
    tokens.put(tenant, found.owner(), fresh, expiresAt);
    return ProviderAccess.of(fresh, expiresAt, asked);
  }

  /** A refresh token that works once was spent by a call that came at the same time. */
  private ProviderAccess renewedByOther(
      TenantId tenant, SsoConnector connector, Owned found, ConnectorException refused) {
    Instant now = clock.instant();
    Owned latest = find(tenant, found.owner().userId(), connector.id());
    Instant expiresAt = latest.entry().expiresAt();
    if (latest.entry().id().equals(found.entry().id())
        || (expiresAt != null && !expiresAt.isAfter(now))) {
      throw refused;
    }
    return ProviderAccess.of(tokens.open(tenant, latest.entry()), expiresAt, now);
  }

  private Owned find(TenantId tenant, String userId, String connectorId) {
    return store
        .ofConnector(tenant, userId, connectorId)
        .orElseThrow(TokenSetError.NOT_FOUND::exception);
  }
}
