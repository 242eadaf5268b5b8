package io.gatehouse.oidc.logout;

import io.gatehouse.platform.job.Job;
import io.gatehouse.session.notice.LogoutNotice;
import io.gatehouse.session.notice.LogoutNotices;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells applications of sessions that ended without a browser, and again those that did not answer.
 */
@Singleton
final class LogoutNoticeJob implements Job {
  private static final int BATCH = 64;

  private final LogoutNotices notices;
  private final BackchannelLogout backchannel;

  LogoutNoticeJob(LogoutNotices notices, BackchannelLogout backchannel) {
    this.notices = notices;
    this.backchannel = backchannel;
  }

  @Override
  public String name() {
    return "tell-logouts";
  }

  @Override
  public Duration every() {
    return Duration.ZERO;
  }

  @Override
  public void run(Instant now) {
    List<LogoutNotice> due;
    do {
      due = notices.take(BATCH);
      backchannel.tell(due);
    } while (due.size() == BATCH && !Thread.currentThread().isInterrupted());
  }
}
