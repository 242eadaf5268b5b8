package io.gatehouse.sandbox;

import java.time.Duration;

/**
 * How much scripts may take.
 *
 * @param time of one script
 * @param heapMegabytes of one process
 * @param processes at once
 * @param waiting how many scripts may wait for a process; more are turned away
 */
public record Limits(Duration time, int heapMegabytes, int processes, int waiting) {
  public static final Limits STANDARD = new Limits(Duration.ofSeconds(5), 128, 2, 6);
}
