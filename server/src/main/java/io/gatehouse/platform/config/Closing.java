package io.gatehouse.platform.config;

/** Whether the process is ending, from the signal on. Whoever takes new work looks here first. */
public final class Closing {
  private volatile boolean begun;

  public void begin() {
    begun = true;
  }

  public boolean hasBegun() {
    return begun;
  }
}
