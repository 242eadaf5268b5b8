package io.gatehouse.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.Catalogue;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database: what one changes, the other no longer believes. */
class TwoNodesTest {
  private static final TenantId TENANT = TenantId.DEFAULT;

  private final TestDatabase database = TestDatabase.create();
  private final Node one = new Node(database);
  private final Node two = new Node(database);

  @BeforeEach
  void bothListen() {
    one.listener.start();
    two.listener.start();
    eventually(() -> listeners() == 2);
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
    database.close();
  }

  @Test
  void aChangeOnOneIsSeenOnBoth() {
    one.warm();
    two.warm();
    one.invalidations.changed(TENANT, "colours");
    assertEquals(2, one.read(), "the node itself drops at once");
    eventually(() -> two.read() == 2);
  }

  @Test
  void nothingIsDroppedBeforeTheCommitNorAfterARollback() throws InterruptedException {
    one.warm();
    two.warm();
    one.database
        .db()
        .transaction(
            TENANT,
            () -> {
              one.invalidations.changed(TENANT, "colours");
              assertEquals(1, one.read());
            });
    assertEquals(2, one.read());
    eventually(() -> two.read() == 2);
    // The node hears its own notice too, a moment after it has dropped the value by itself.
    Thread.sleep(500);
    int settled = one.read();
    try {
      one.database
          .db()
          .transaction(
              TENANT,
              () -> {
                one.invalidations.changed(TENANT, "colours");
                throw new IllegalStateException("changed my mind");
              });
    } catch (IllegalStateException expected) {
      assertEquals(settled, one.read());
    }
  }

  @Test
  void otherTopicsAndTenantsStay() {
    one.warm();
    one.invalidations.changed(TENANT, "words");
    one.invalidations.changed(TenantId.ADMIN, "colours");
    assertEquals(1, one.read());
  }

  @Test
  void aLoadBegunBeforeAChangeIsNotKept() {
    Object old =
        one.cache.get(
            TENANT,
            "sky",
            () -> {
              two.invalidations.changed(TENANT, "colours");
              one.invalidations.deliver(new Invalidations.Change(TENANT, "colours"));
              return "grey";
            });
    assertEquals("grey", old, "whoever asked before the change may see what was before it");
    assertEquals("blue", one.cache.get(TENANT, "sky", () -> "blue"));
  }

  @Test
  void aNodeThatCannotHearForgetsEverythingAndHearsAgain() {
    one.warm();
    eventually(() -> one.read() == 1);
    database.asOwner(
        "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()");
    eventually(() -> one.read() == 2);
    eventually(() -> listeners() == 2);
    int before = one.settled();
    two.invalidations.changed(TENANT, "colours");
    eventually(() -> one.read() > before);
  }

  private int listeners() {
    return new Catalogue(database.database().url())
        .texts(
            "select pid from pg_stat_activity where query ilike 'listen %' and datname = current_database()")
        .size();
  }

  private static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen within ten seconds");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server as far as its cache goes: each load answers the next number. */
  private static final class Node {
    final Database database;
    final Invalidations invalidations;
    final ChangeListener listener;
    final TenantCache<String, Object> cache;
    final AtomicInteger loads = new AtomicInteger();

    Node(TestDatabase shared) {
      database =
          Database.open(
              shared.database().url(),
              new Database.Limits(4, Duration.ofSeconds(5), Duration.ofSeconds(30)));
      invalidations = new Invalidations(database.db());
      listener = new ChangeListener(database, invalidations);
      cache = new TenantCache<>(invalidations, 100, "colours");
    }

    /** The first value is in the cache, and the listener's own start has been seen. */
    void warm() {
      pause();
      settled();
      loads.set(0);
      invalidations.dropEverything();
      assertEquals(1, read());
    }

    int read() {
      return (Integer) cache.get(TENANT, "colour", loads::incrementAndGet);
    }

    int settled() {
      int seen = read();
      for (int quiet = 0; quiet < 10; quiet++) {
        pause();
        int now = read();
        quiet = now == seen ? quiet : 0;
        seen = now;
      }
      return seen;
    }

    void close() {
      listener.close();
      database.close();
    }
  }
}
