package io.gatehouse.platform.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Folds the deltas of the counters into their totals, so that a total stays cheap to read. */
@Singleton
final class FoldCountsJob implements Job {
  private static final int BATCH = 5000;

  private final CountStore store;

  FoldCountsJob(CountStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "fold-counts";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run(Instant now) {
    while (store.fold(BATCH) == BATCH && !Thread.currentThread().isInterrupted()) {
      // the next batch
    }
  }
}
