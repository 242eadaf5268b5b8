package io.gatehouse.platform.job;

import java.time.Duration;
import java.time.Instant;

/** Something that is done again and again. Doing it twice must do no harm. */
public interface Job {

  /** What it is called in the table, the log and the metrics: {@code purge}. */
  String name();

  /** How long after its end it is due again. */
  Duration every();

  /** When it is interrupted; its next turn goes on where this one stopped. */
  default Duration timeLimit() {
    return Duration.ofMinutes(5);
  }

  /** Does it, as of {@code now}; returns early when the thread is interrupted. */
  void run(Instant now);
}
