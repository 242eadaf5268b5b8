package io.gatehouse.session;

import io.gatehouse.tenant.Configs;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long sessions live: 14 days unless the tenant says otherwise. */
@Singleton
class SessionSettings {
  private static final Duration STANDARD = Duration.ofDays(14);

  private final Configs configs;

  SessionSettings(Configs configs) {
    this.configs = configs;
  }

  Duration life(TenantId tenant) {
    return configs
        .find(tenant, Configs.OIDC_SESSION)
        .map(value -> value.path("ttl").asLong())
        .filter(seconds -> seconds > 0)
        .map(Duration::ofSeconds)
        .orElse(STANDARD);
  }
}
