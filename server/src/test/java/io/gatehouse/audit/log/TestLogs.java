package io.gatehouse.audit.log;

import io.gatehouse.audit.TestMonths;
import io.gatehouse.platform.db.Db;
import java.time.InstantSource;

/** The log on a database of a test. */
public final class TestLogs {
  private TestLogs() {}

  public static Logs on(Db db, InstantSource clock) {
    return new Logs(new LogStore(db), TestMonths.of(db), clock);
  }
}
