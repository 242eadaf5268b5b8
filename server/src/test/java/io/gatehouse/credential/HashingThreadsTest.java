package io.gatehouse.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.error.RequestException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HashingThreadsTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @Test
  void beyondTheQueueTheRequestIsTurnedAwayAndTheOthersStillEnd() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(1);
    try (HashingThreads threads = new HashingThreads(1, 2, metrics);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first =
          callers.submit(() ->
              threads.run(() -> {
                busy.countDown();
                release.await();
                return "first";
              }));
      busy.await();
      Future<String> second = callers.submit(() -> threads.run(() -> "second"));
      Future<String> third = callers.submit(() -> threads.run(() -> "third"));
      while (metrics.get("gatehouse.password.queue").gauge().value() < 2) {
        Thread.onSpinWait();
      }

      var refusal = assertThrows(RequestException.class, () -> threads.run(() -> "fourth"));
      assertEquals(503, refusal.status());
      assertEquals(Duration.ofSeconds(2), refusal.code().retryAfter());
      assertEquals(1, metrics.get("gatehouse.password.rejections").counter().count());

      release.countDown();
      assertEquals("first", first.get());
      assertEquals("second", second.get());
      assertEquals("third", third.get());
      assertEquals(3, metrics.get("gatehouse.password.hash").timer().count());
    }
  }

  @Test
  void workRunsOnAPlatformThreadWhileTheCallerIsVirtual() throws Exception {
    try (HashingThreads threads = new HashingThreads(1, 1, metrics);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> onPlatform =
          callers.submit(() -> threads.run(() -> !Thread.currentThread().isVirtual()));
      assertTrue(onPlatform.get());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theyStepBackBehindTheThreadsThatAnswer() {
    try (HashingThreads threads = new HashingThreads(1, 1, metrics)) {
      String stat = threads.run(() -> Files.readString(Path.of("/proc/thread-self/stat")));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      assertEquals("10", fields[16], stat);
    }
  }

  @Test
  void aFailureOfTheWorkIsTheCallersFailure() {
    try (HashingThreads threads = new HashingThreads(1, 1, metrics)) {
      var failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  threads.run(() -> {
                    throw new IllegalStateException("no memory");
                  }));
      assertEquals("no memory", failure.getMessage());
    }
  }
}
