package io.gatehouse.platform.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Attempt;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One node and several on one database: whatever is shown counts once. The nodes' clock stands
 * still unless a test lets it pass, so no busy machine has a node doubt its place.
 */
class OnceTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final int LARGE = 100_000;

  /** By the clock of the nodes, but for the first and the last two, for which threads wait. */
  private static final SoleNode.Pace PACE =
      new SoleNode.Pace(
          Duration.ofMillis(10),
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofSeconds(10),
          Duration.ofMillis(50),
          Duration.ofMillis(20));

  private final TestDatabase database = TestDatabase.create();
  private final AtomicLong nanos = new AtomicLong();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<Node> nodes = new ArrayList<>();
  private final Instant end = Instant.now().plusSeconds(75);

  @AfterEach
  void close() {
    nodes.forEach(Node::close);
    executor.shutdownNow();
    database.close();
  }

  @Test
  void ofSixteenThatShowTheSameOneIsTheFirst() throws Exception {
    Node node = new Node(LARGE);
    assertEquals(1, firsts(16, "by the table", node));
    node.becomesAlone();
    for (int round = 0; round < 200; round++) {
      assertEquals(1, firsts(16, "by memory " + round, node));
    }
  }

  @Test
  void aNodeThatIsAloneSendsNoStatement() {
    Node node = new Node(LARGE);
    node.shows("at first");
    node.becomesAlone();
    assertEquals(Optional.of(true), Db.inMemory(() -> node.shows("now")));
    assertEquals(Optional.of(false), Db.inMemory(() -> node.shows("at first")));
    assertEquals(Optional.of(false), Db.inMemory(() -> node.shows("now")));
  }

  @Test
  void aRequestThatIsBegunAnewKeepsWhatItUsedUp() {
    Node node = new Node(LARGE);
    Attempt attempt = new Attempt();
    assertInstanceOf(
        Attempt.Outcome.Blocks.class, attempt.withoutBlocking(() -> node.shows("too early")));
    assertTrue(attempt.blocking(() -> node.shows("too early")));
    node.becomesAlone();
    Attempt another = new Attempt();
    assertTrue(another.blocking(() -> node.shows("in memory")));
    assertTrue(another.blocking(() -> node.shows("in memory")), "the same request");
    assertFalse(node.shows("in memory"), "another request");
    assertFalse(new Attempt().blocking(() -> node.shows("in memory")));
  }

  @Test
  void whatAStopLeavesBehindIsKnownAfterTheStart() {
    Node before = new Node(LARGE);
    before.shows("by the table");
    before.becomesAlone();
    before.shows("by memory");
    before.close();
    Node after = new Node(LARGE);
    assertFalse(after.shows("by memory"));
    assertFalse(after.shows("by the table"));
    after.becomesAlone();
    assertFalse(after.shows("by memory"));
    assertTrue(after.shows("new"));
  }

  @Test
  void whoeverComesAfterANodeThatDiedWaitsUntilItKnows() throws Exception {
    Node before = new Node(LARGE);
    before.shows("joined");
    before.becomesAlone();
    before.shows("by memory");
    eventually(() -> rows() == 2);
    before.close();
    database.asOwner("insert into sole_node (node) values ('dead')");
    Node after = new Node(LARGE);
    Future<Boolean> waiting = executor.submit(() -> after.shows("by memory"));
    assertThrows(TimeoutException.class, () -> waiting.get(200, TimeUnit.MILLISECONDS));
    pass(PACE.trust().minusMillis(1));
    assertThrows(TimeoutException.class, () -> waiting.get(200, TimeUnit.MILLISECONDS));
    try (Passing passing = new Passing()) {
      assertFalse(waiting.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void aSmallMemoryAsksTheTableAndIsNeverWrong() throws Exception {
    Node node = new Node(20);
    node.shows("joined");
    node.becomesAlone();
    for (int i = 0; i < 100; i++) {
      assertEquals(1, firsts(4, "one of many " + i, node));
    }
    for (int i = 0; i < 100; i++) {
      assertFalse(node.shows("one of many " + i));
    }
  }

  @Test
  void whileNodesComeAndGoEverythingCountsOnce() throws Exception {
    Node one = new Node(LARGE);
    one.shows("joined");
    one.becomesAlone();
    AtomicInteger number = new AtomicInteger();
    for (int round = 0; round < 3; round++) {
      Node two = new Node(LARGE);
      AtomicBoolean over = new AtomicBoolean();
      Future<?> showing =
          executor.submit(() -> {
            while (!over.get()) {
              String id = "shown to both " + number.incrementAndGet();
              assertEquals(1, firsts(4, id, one, two), id);
            }
            return null;
          });
      int begun = number.get();
      eventually(() -> number.get() > begun + 50 && !one.once.inMemory());
      over.set(true);
      showing.get();
      two.close();
      one.becomesAlone();
    }
    for (int i = 1; i <= number.get(); i++) {
      assertFalse(one.shows("shown to both " + i));
    }
  }

  @Test
  void whatOneHasInMemoryTheNextKnowsWhenItComes() {
    Node one = new Node(LARGE);
    one.shows("joined");
    one.becomesAlone();
    for (int i = 0; i < 3_000; i++) {
      assertTrue(one.shows("early " + i));
    }
    Node two = new Node(LARGE);
    for (int i = 2_999; i >= 0; i -= 100) {
      assertFalse(two.shows("early " + i));
    }
    assertFalse(one.once.inMemory());
    assertTrue(two.shows("late"));
    assertFalse(one.shows("late"));
    one.close();
    two.becomesAlone();
    assertFalse(two.shows("early 1"), "learnt from the table");
    assertTrue(two.shows("later"));
  }

  @Test
  void aNodeThatLosesItsPlaceIsNoLongerAlone() throws Exception {
    Node one = new Node(LARGE);
    one.shows("joined");
    one.becomesAlone();
    one.shows("by memory");
    eventually(() -> rows() == 2);
    Node two = new Node(LARGE);
    database.asOwner(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted");
    try (Passing passing = new Passing()) {
      for (int i = 0; i < 20; i++) {
        assertEquals(1, firsts(4, "in trouble " + i, one, two));
      }
      assertFalse(two.shows("by memory"));
    }
  }

  @Test
  void aNodeThatMakesNoRoomLosesItsPlace() {
    database.asOwner("insert into sole_node (node) values ('stuck')");
    Future<?> holding =
        executor.submit(
            () -> database.asOwner("select pg_advisory_lock(1195463749, 1), pg_sleep(60)"));
    eventually(() -> locks() == 1);
    try (Passing passing = new Passing()) {
      assertTrue(new Node(LARGE).shows("after a while"));
    }
    assertTrue(holding.isDone() || locks() == 1);
  }

  private int rows() {
    return database.db().query(TENANT, "select 1 from shown_once", row -> 1).size();
  }

  private int locks() {
    return database
        .db()
        .query(TENANT, "select 1 from pg_locks where locktype = 'advisory' and granted", row -> 1)
        .size();
  }

  /**
   * How many are told that they were the first, when so many show the same to each of the nodes.
   */
  private int firsts(int threads, String id, Node... shown) throws Exception {
    int all = threads * shown.length;
    CyclicBarrier together = new CyclicBarrier(all);
    List<Future<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      Node node = shown[i % shown.length];
      Callable<Boolean> show =
          () -> {
            together.await();
            return node.shows(id);
          };
      answers.add(executor.submit(show));
    }
    int firsts = 0;
    for (Future<Boolean> answer : answers) {
      firsts += answer.get() ? 1 : 0;
    }
    return firsts;
  }

  private static void eventually(BooleanSupplier condition) {
    long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("did not happen within twenty seconds");
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The nodes' clock goes on. */
  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** The same on and on, for what waits in this thread: ten times as fast as it really does. */
  private final class Passing implements AutoCloseable {
    private final Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (true) {
                  Thread.sleep(10);
                  pass(Duration.ofMillis(100));
                }
              } catch (InterruptedException e) {
                // The end.
              }
            });

    @Override
    public void close() {
      thread.interrupt();
    }
  }

  private final class Node {
    final Database own =
        Database.open(
            database.database().url(),
            new Database.Limits(8, Duration.ofSeconds(5), Duration.ofSeconds(30)));
    final Once once;
    private boolean closed;

    Node(int capacity) {
      once = new Once(own, InstantSource.system(), PACE, nanos::get, capacity);
      nodes.add(this);
    }

    boolean shows(String id) {
      return once.first(TENANT, "proof", id, end);
    }

    void becomesAlone() {
      eventually(() -> {
        pass(PACE.beat());
        return once.inMemory();
      });
    }

    void close() {
      if (!closed) {
        closed = true;
        once.close();
        own.close();
      }
    }
  }
}
