package io.gatehouse.session.notice;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.job.Nudge;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The notices that are still to be told. */
@Singleton
public class LogoutNotices {
  private final LogoutNoticeStore store;
  private final Db db;
  private final Nudge nudge;
  private final InstantSource clock;

  LogoutNotices(LogoutNoticeStore store, Db db, Nudge nudge, InstantSource clock) {
    this.store = store;
    this.db = db;
    this.nudge = nudge;
    this.clock = clock;
  }

  /** Has what was written told as soon as it is committed. */
  public void tellSoon(int written) {
    if (written > 0) {
      db.afterCommit(nudge::give);
    }
  }

  /**
   * Takes what is due, of any tenant, and plans its next attempt: whoever takes a notice and dies
   * loses nothing.
   */
  public List<LogoutNotice> take(int most) {
    return store.take(clock.instant(), most);
  }

  /** These were told. */
  public void told(List<LogoutNotice> notices) {
    Map<TenantId, List<LogoutNotice>> byTenant =
        notices.stream().collect(Collectors.groupingBy(LogoutNotice::tenant));
    byTenant.forEach(store::delete);
  }
}
