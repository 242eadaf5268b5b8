package io.gatehouse.platform.job;

import io.gatehouse.platform.db.Db;
import java.time.Instant;

/** The clearing away of what has expired, on a database of a test. */
public final class TestPurge {
  private final PurgeJob job;

  public TestPurge(Db db, Sweep sweep) {
    this.job = new PurgeJob(new ExpiredRowStore(db), sweep);
  }

  public void run(Instant now) {
    job.run(now);
  }
}
