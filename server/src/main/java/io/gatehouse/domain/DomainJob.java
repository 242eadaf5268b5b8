package io.gatehouse.domain;

import io.gatehouse.platform.job.Job;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Looks again and again for the proofs that domains still lack. */
@Singleton
final class DomainJob implements Job {
  private final Domains domains;

  DomainJob(Domains domains) {
    this.domains = domains;
  }

  @Override
  public String name() {
    return "verify-domains";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Instant now) {
    domains.refreshAll();
  }
}
