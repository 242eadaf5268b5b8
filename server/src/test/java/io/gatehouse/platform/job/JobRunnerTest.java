package io.gatehouse.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  private final TestDatabase database = TestDatabase.create();
  private final TestClock clock = new TestClock(Instant.parse("2030-01-01T00:00:00Z"));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aJobRunsWhenItIsDueAndNotBefore() {
    AtomicInteger turns = new AtomicInteger();
    JobRunner node = node(new TestJob(Duration.ofMinutes(1), turns::incrementAndGet));
    assertEquals(1, node.runDue());
    assertEquals(0, node.runDue());
    clock.pass(Duration.ofSeconds(59));
    assertEquals(0, node.runDue());
    clock.pass(Duration.ofSeconds(1));
    assertEquals(1, node.runDue());
    assertEquals(2, turns.get());
  }

  @Test
  void ofManyNodesOneRunsIt() throws InterruptedException {
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> nodes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      JobRunner node = node(new TestJob(Duration.ofMinutes(1), turns::incrementAndGet));
      nodes.add(
          Thread.ofVirtual()
              .start(() -> {
                await(go);
                node.runDue();
              }));
    }
    go.countDown();
    for (Thread thread : nodes) {
      thread.join();
    }
    assertEquals(1, turns.get());
  }

  @Test
  void theLeaseOfADeadNodeRunsOut() {
    JobStore store = new JobStore(database.db());
    AtomicInteger turns = new AtomicInteger();
    JobRunner node = node(new TestJob(Duration.ofMinutes(1), turns::incrementAndGet));
    assertTrue(store.claim("test", "dead", clock.instant(), Duration.ofMinutes(6)));
    clock.pass(Duration.ofMinutes(5));
    assertEquals(0, node.runDue());
    clock.pass(Duration.ofMinutes(2));
    assertEquals(1, node.runDue());
  }

  @Test
  void aClockThatIsSetBackKeepsNoJobWaiting() {
    AtomicInteger turns = new AtomicInteger();
    JobRunner node = node(new TestJob(Duration.ofMinutes(10), turns::incrementAndGet));
    clock.pass(Duration.ofHours(2));
    assertEquals(1, node.runDue());
    clock.pass(Duration.ofHours(-2));
    assertEquals(1, node.runDue());
    assertEquals(0, node.runDue());
    clock.pass(Duration.ofSeconds(-59));
    assertEquals(0, node.runDue(), "the clocks of two nodes may differ a little");
    assertEquals(2, turns.get());
  }

  @Test
  void aNodeThatLostItsLeaseDoesNotEndTheOthersTurn() {
    JobStore store = new JobStore(database.db());
    store.register(List.of("test"), clock.instant());
    assertTrue(store.claim("test", "slow", clock.instant(), Duration.ofMinutes(1)));
    clock.pass(Duration.ofMinutes(2));
    assertTrue(store.claim("test", "quick", clock.instant(), Duration.ofMinutes(1)));
    store.finish("test", "slow", clock.instant(), clock.instant());
    assertEquals(List.of(), store.due(List.of("test"), clock.instant()));
  }

  @Test
  void aFailureIsTriedAgainSoonAndThenLessOften() {
    JobRunner node =
        node(
            new TestJob(
                Duration.ofHours(1),
                () -> {
                  throw new IllegalStateException("no luck");
                }));
    assertEquals(1, node.runDue());
    clock.pass(Duration.ofSeconds(10));
    assertEquals(1, node.runDue());
    clock.pass(Duration.ofSeconds(10));
    assertEquals(0, node.runDue());
    clock.pass(Duration.ofSeconds(10));
    assertEquals(1, node.runDue());
  }

  @Test
  void aJobThatTakesTooLongIsInterrupted() {
    AtomicInteger interrupted = new AtomicInteger();
    JobRunner node =
        node(
            new TestJob(
                Duration.ofHours(1),
                () -> {
                  try {
                    Thread.sleep(Duration.ofMinutes(10));
                  } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                  }
                }));
    assertEquals(1, node.runDue());
    assertEquals(1, interrupted.get());
  }

  @Test
  void theEndWaitsForTheJobUnderWayAndNotForThePauseAfterIt() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    JobRunner node =
        node(
            new TestJob(
                Duration.ofHours(1),
                () -> {
                  begun.countDown();
                  await(mayEnd);
                  ended.incrementAndGet();
                }));
    node.begin();
    await(begun);
    Thread.ofVirtual()
        .start(() -> {
          Thread.yield();
          mayEnd.countDown();
        });
    assertTimeout(Duration.ofSeconds(3), () -> node.stop());
    assertEquals(1, ended.get());
  }

  private JobRunner node(Job job) {
    JobRunner node = new JobRunner(new JobStore(database.db()), List.of(job), clock, new Nudge());
    node.register();
    return node;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record TestJob(Duration every, Runnable work) implements Job {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public Duration timeLimit() {
      return Duration.ofMillis(500);
    }

    @Override
    public void run(Instant now) {
      work.run();
    }
  }
}
