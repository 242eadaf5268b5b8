package io.gatehouse.platform.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Has the runner of this node look at once for what is due, instead of after its pause. */
@Singleton
public class Nudge {
  private final Semaphore given = new Semaphore(0);

  /** There is work that should not wait. */
  public void give() {
    given.release();
  }

  /** Waits for a nudge, or until the time is over. */
  void await(Duration atMost) throws InterruptedException {
    if (given.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      given.drainPermits();
    }
  }
}
