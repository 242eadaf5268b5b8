package io.gatehouse.message;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();

  @Test
  void whatIsPretendedTakesAsLongAsWhatWasSent() {
    pace.keep(TenantId.DEFAULT, true, () -> sleep(120));
    assertBetween(100, 220, () -> pace.pretend(TenantId.DEFAULT, true));
    pace.keep(TenantId.DEFAULT, false, () -> {});
    assertBetween(0, 60, () -> pace.pretend(TenantId.DEFAULT, false));
  }

  @Test
  void beforeAnythingWasSentItTakesTheUsualTime() {
    long usual = Pace.USUAL.toMillis();
    assertBetween(usual - 20, usual + 200, () -> pace.pretend(TenantId.ADMIN, true));
  }

  @Test
  void onlyTheLatestCount() {
    pace.keep(TenantId.DEFAULT, true, () -> sleep(300));
    for (int sent = 0; sent < 16; sent++) {
      pace.keep(TenantId.DEFAULT, true, () -> {});
    }
    for (int pretended = 0; pretended < 20; pretended++) {
      assertBetween(0, 150, () -> pace.pretend(TenantId.DEFAULT, true));
    }
  }

  private static void assertBetween(long least, long most, Runnable work) {
    long began = System.nanoTime();
    work.run();
    long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
    assertTrue(took >= least && took <= most, took + " ms");
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
