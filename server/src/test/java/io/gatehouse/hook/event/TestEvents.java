package io.gatehouse.hook.event;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.db.Db;
import java.time.InstantSource;

/** Events on a database of a test. */
public final class TestEvents {
  private TestEvents() {}

  public static HookEvents on(Db db, InstantSource clock) {
    return new HookEvents(new OutboxStore(db), db, new Invalidations(db), new Bell(), clock);
  }
}
