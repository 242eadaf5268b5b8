package io.gatehouse.enterprise.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.error.RequestException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The endpoints of providers, as sign-ins need them: asked for at most every ten minutes, and
 * remembered for a day while the provider does not answer.
 */
@Singleton
public class OpenIdProviders {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration USABLE = Duration.ofDays(1);
  private static final int MOST = 1_000;

  private final OidcDiscovery discovery;
  private final InstantSource clock;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  OpenIdProviders(Outside outside, InstantSource clock) {
    this.discovery = new OidcDiscovery(outside);
    this.clock = clock;
  }

  private record Known(OpenIdEndpoints endpoints, Instant read) {
    boolean within(Duration age, Instant now) {
      return !now.isBefore(read) && now.isBefore(read.plus(age));
    }
  }

  /** The endpoints of the provider, or the end of the request while they cannot be known. */
  public OpenIdEndpoints of(ProviderConfig.OpenId config) {
    Instant now = clock.instant();
    Known before = known.getIfPresent(config.issuer());
    if (before != null && before.within(FRESH, now)) {
      return before.endpoints();
    }
    try {
      OpenIdEndpoints read = OpenIdEndpoints.of(discovery.published(config.issuer()));
      known.put(config.issuer(), new Known(read, now));
      return read;
    } catch (RequestException unreachable) {
      if (before != null && before.within(USABLE, now)) {
        return before.endpoints();
      }
      throw unreachable;
    }
  }
}
