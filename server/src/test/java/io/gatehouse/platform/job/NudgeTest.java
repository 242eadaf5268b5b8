package io.gatehouse.platform.job;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NudgeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void whoeverWaitsGoesOnAtOnceAndManyNudgesAreOne() throws Exception {
    Nudge nudge = new Nudge();
    Thread.ofVirtual().start(nudge::give);
    long began = System.nanoTime();
    nudge.await(LONG);
    nudge.give();
    nudge.give();
    nudge.await(LONG);
    assertTrue(System.nanoTime() - began < LONG.toNanos());
    long again = System.nanoTime();
    nudge.await(Duration.ofMillis(50));
    assertTrue(System.nanoTime() - again >= Duration.ofMillis(50).toNanos(), "both are used up");
  }
}
