package io.gatehouse.audit.log;

import io.gatehouse.audit.Months;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.job.Job;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Forgets whole months of the log, once all of it is older than the operator wants to keep it. */
@Singleton
final class RetentionJob implements Job {
  private final Months months;
  private final @Nullable Duration retention;

  RetentionJob(Months months, Settings settings) {
    this.months = months;
    this.retention = settings.logRetention();
  }

  @Override
  public String name() {
    return "log-retention";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run(Instant now) {
    if (retention != null) {
      months.dropBefore(now.minus(retention));
    }
  }
}
