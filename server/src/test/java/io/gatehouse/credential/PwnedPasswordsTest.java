package io.gatehouse.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PwnedPasswordsTest {
  /** SHA-1 of "password" is 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8. */
  private static final String RANGE =
      "003D68EB55068C33ACE09247EE4C639306B:3\r\n1E4C9B93F3F0682250B6CF8331B7EE68FD8:9545824\r\n";

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final List<String> asked = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void onlyFiveDigitsOfTheHashLeaveTheServer() {
    PwnedPasswords breached = answering(RANGE);
    assertTrue(breached.contains("password"));
    assertFalse(breached.contains("correct horse"));
    assertEquals("5BAA6", asked.getFirst());
    assertEquals(5, asked.get(1).length());
    assertEquals(0, skipped());
  }

  @Test
  void paddingIsNoBreach() {
    assertFalse(answering("1E4C9B93F3F0682250B6CF8331B7EE68FD8:0").contains("password"));
    assertFalse(answering("").contains("password"));
    assertFalse(answering("1E4C9B93F3F0682250B6CF8331B7EE68FD8").contains("password"));
  }

  @Test
  void aSlowAnswerIsNotAwaited() {
    PwnedPasswords breached =
        new PwnedPasswords(
            prefix -> {
              Thread.sleep(60_000);
              return RANGE;
            },
            () -> now,
            metrics);
    long start = System.nanoTime();
    assertFalse(breached.contains("password"));
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos());
    assertEquals(1, skipped());
  }

  @Test
  void afterFiveFailuresItIsLeftAloneAndTriedAgainLater() {
    boolean[] down = {true};
    PwnedPasswords breached =
        new PwnedPasswords(
            prefix -> {
              asked.add(prefix);
              if (down[0]) {
                throw new IOException("down");
              }
              return RANGE;
            },
            () -> now,
            metrics);
    for (int i = 0; i < 8; i++) {
      assertFalse(breached.contains("password"));
    }
    assertEquals(5, asked.size());
    assertEquals(8, skipped());

    now = now.plusSeconds(30);
    assertFalse(breached.contains("password"));
    assertFalse(breached.contains("password"));
    assertEquals(6, asked.size());

    down[0] = false;
    now = now.plusSeconds(30);
    assertTrue(breached.contains("password"));
    assertTrue(breached.contains("password"));
    assertEquals(8, asked.size());
  }

  private PwnedPasswords answering(String lines) {
    return new PwnedPasswords(
        prefix -> {
          asked.add(prefix);
          return lines;
        },
        () -> now,
        metrics);
  }

  private double skipped() {
    return metrics.get("gatehouse.password.breach.skipped").counter().count();
  }
}
