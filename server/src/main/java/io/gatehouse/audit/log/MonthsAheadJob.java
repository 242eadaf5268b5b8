package io.gatehouse.audit.log;

import io.gatehouse.audit.Months;
import io.gatehouse.platform.job.Job;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Has next month's partitions ready, also where nothing is logged for weeks. */
@Singleton
final class MonthsAheadJob implements Job {
  private final Months months;

  MonthsAheadJob(Months months) {
    this.months = months;
  }

  @Override
  public String name() {
    return "months-ahead";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run(Instant now) {
    months.ahead(now);
  }
}
