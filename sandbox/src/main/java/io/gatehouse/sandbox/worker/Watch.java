package io.gatehouse.sandbox.worker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the clock while scripts run: stops one that is overdue, ends the process when that does
 * not help, and ends it too when nobody has asked for anything in a while.
 */
final class Watch {
  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final int STUCK = 4;

  private final Duration time;
  private @Nullable Runnable stop;
  private long deadline;
  private boolean working;

  Watch(Duration time) {
    this.time = time;
    working = true;
    deadline = System.nanoTime() + IDLE.toNanos();
    Thread.ofPlatform().name("watch").daemon().start(this::look);
  }

  /** A job has come. */
  synchronized void work() {
    working = true;
    deadline = System.nanoTime() + time.plus(GRACE).toNanos();
    notifyAll();
  }

  /** A script begins, and this stops it. */
  synchronized void begin(Runnable stop) {
    this.stop = stop;
    deadline = System.nanoTime() + time.toNanos();
    notifyAll();
  }

  /** The script has ended. */
  synchronized void end() {
    stop = null;
    deadline = System.nanoTime() + GRACE.toNanos();
  }

  /** The job is done. */
  synchronized void rest() {
    working = false;
    stop = null;
    deadline = System.nanoTime() + IDLE.toNanos();
  }

  private void look() {
    while (true) {
      Runnable due = awaitOverdue();
      if (due == null) {
        Runtime.getRuntime().halt(isWorking() ? STUCK : 0);
      } else {
        Thread.ofPlatform().name("stop").daemon().start(due);
      }
    }
  }

  private synchronized boolean isWorking() {
    return working;
  }

  /** Waits for the deadline; what stops the script, or null when the process has to end. */
  private synchronized @Nullable Runnable awaitOverdue() {
    while (true) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        Runnable due = stop;
        stop = null;
        deadline = System.nanoTime() + GRACE.toNanos();
        return due;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
