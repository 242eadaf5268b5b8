package io.gatehouse.platform.job;

import io.micrometer.core.instrument.Metrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Deletes what has expired, in batches small enough that nobody waits for their locks. */
@Singleton
final class PurgeJob implements Job {
  private static final int BATCH = 1000;

  private final ExpiredRowStore store;
  private final Sweep sweep;

  PurgeJob(ExpiredRowStore store, Sweep sweep) {
    this.store = store;
    this.sweep = sweep;
  }

  @Override
  public String name() {
    return "purge";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run(Instant now) {
    sweep.tables().forEach(expiring -> purge(expiring, now));
  }

  private void purge(Expiring expiring, Instant now) {
    int deleted;
    do {
      deleted = store.delete(expiring, now.minus(expiring.kept()), BATCH);
      Metrics.counter("gatehouse.purged", "table", expiring.table()).increment(deleted);
    } while (deleted == BATCH && !Thread.currentThread().isInterrupted());
  }
}
