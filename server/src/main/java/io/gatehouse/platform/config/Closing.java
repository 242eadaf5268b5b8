package io.gatehouse.platform.config;

import java.util.ArrayList;
import java.util.List;

/** Whether the process is ending, from the signal on. Whoever takes new work looks here first. */
public final class Closing {
  private final List<Runnable> waiting = new ArrayList<>();
  private volatile boolean begun;

  /** The signal has come. */
  public void begin() {
    List<Runnable> all;
    synchronized (waiting) {
      begun = true;
      all = List.copyOf(waiting);
      waiting.clear();
    }
    all.forEach(Runnable::run);
  }

  public boolean hasBegun() {
    return begun;
  }

  /**
   * Runs when the signal comes, in the thread that it comes in; at once when it has come already.
   */
  public void whenBegun(Runnable work) {
    synchronized (waiting) {
      if (!begun) {
        waiting.add(work);
        return;
      }
    }
    work.run();
  }
}
