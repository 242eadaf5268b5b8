package io.gatehouse.tenant.key;

import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.job.Job;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * Gives every tenant a key for RS256, which every provider of OpenID Connect has to offer, before
 * an application asks for it. A start does not pay for it: tenants are a minute old by then.
 */
@Singleton
final class MakeKeysJob implements Job {
  private static final Duration LEAST_AGE = Duration.ofMinutes(1);

  private final KeyStore store;
  private final SigningKeys keys;

  MakeKeysJob(KeyStore store, SigningKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  @Override
  public String name() {
    return "make-keys";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run(Instant now) {
    for (TenantId tenant : store.without(SigningAlgorithm.RS256, now.minus(LEAST_AGE))) {
      keys.signer(tenant, SigningAlgorithm.RS256);
    }
  }
}
