package io.gatehouse.hook.event;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the deliveries of this node when there is something to bring. */
@Singleton
public class Bell {
  private final Semaphore rung = new Semaphore(0);

  /** There is work. */
  public void ring() {
    rung.release();
  }

  /** Waits for the bell, or until the time is over. */
  public void await(Duration atMost) throws InterruptedException {
    if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      rung.drainPermits();
    }
  }
}
