package io.gatehouse.audit.log;

import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.job.Job;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Forgets whole months of the log, once all of it is older than the operator wants to keep it. */
@Singleton
final class RetentionJob implements Job {
  private final PartitionStore partitions;
  private final @Nullable Duration retention;

  RetentionJob(PartitionStore partitions, Settings settings) {
    this.partitions = partitions;
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
      partitions.dropBefore(now.minus(retention));
    }
  }
}
