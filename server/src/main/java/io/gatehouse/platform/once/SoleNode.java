package io.gatehouse.platform.once;

import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.id.Ids;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Knows whether this node is the only one. It is while it holds a lock of the database alone, and
 * has made sure of that a moment ago: a node whose line is cut cannot hear that it lost its lock,
 * so its word counts for {@link Pace#trust} only, and whoever comes after it waits that long.
 */
final class SoleNode {
  private static final Logger LOG = Logger.getLogger(SoleNode.class);

  /** How long a request waits until the node knows its place. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration GLANCE = Duration.ofMillis(5);

  /** How often a newcomer asks for room before it ends the session of the one that gives none. */
  private static final int ASKED = 5;

  /** What has to be done with the memory when the node's place changes. */
  interface Memory {
    /** Learns what other nodes have seen. */
    void learn();

    /** Writes down what is not written yet. */
    void flush();

    /** Forgets what no longer counts. */
    void tidy();

    /** Changes the node's place while nothing is being decided in memory. */
    void between(Runnable change);
  }

  /**
   * The pace of the node.
   *
   * @param look how often what memory decided is written down
   * @param beat how often the line is tried
   * @param trust how long a successful try counts
   * @param alone how often a node among others tries to be alone
   * @param turn how long one that has come waits for room before it asks again
   * @param again how long after its line was cut a node looks for another
   */
  record Pace(
      Duration look, Duration beat, Duration trust, Duration alone, Duration turn, Duration again) {
    static final Pace USUAL =
        new Pace(
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMillis(200));
  }

  private enum Place {
    /** Not known: nothing can be decided. */
    NONE,
    /** The table decides, for this node and perhaps for others. */
    AMONG_OTHERS,
    /** Memory decides. */
    ALONE,
    /** The table decides what few requests are left. */
    LEFT
  }

  private final Database database;
  private final Memory memory;
  private final Pace pace;
  private final LongSupplier nanos;
  private final String name = Ids.standardId();
  private final AtomicBoolean joined = new AtomicBoolean();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("gatehouse-nodes").unstarted(this::run);

  private volatile Place place = Place.NONE;

  /** When the line was last known to be there. */
  private volatile long confirmed;

  /** Which of the node's sessions this is. */
  private volatile long session;

  private volatile boolean closed;

  /**
   * A node that has not joined yet.
   *
   * @param nanos tells how time passes, as {@link System#nanoTime} does
   */
  SoleNode(Database database, Memory memory, Pace pace, LongSupplier nanos) {
    this.database = database;
    this.memory = memory;
    this.pace = pace;
    this.nanos = nanos;
  }

  /** Whether memory decides at this moment. */
  boolean alone() {
    return place == Place.ALONE && trusted();
  }

  /**
   * Waits until the table may decide, and names the session in which it does. The node joins the
   * others with the first request that asks.
   *
   * @throws DbException.Unavailable when that takes too long
   */
  long await() {
    if (joined.compareAndSet(false, true) && !closed) {
      thread.start();
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (place == Place.NONE || (place != Place.LEFT && !trusted())) {
      if (System.nanoTime() > end) {
        throw DbException.unavailable("this node does not know whether there are others");
      }
      LockSupport.parkNanos(this, GLANCE.toNanos());
    }
    return session;
  }

  /** Writes what is left, and lets others be alone. */
  void close() {
    closed = true;
    try {
      if (joined.getAndSet(true)) {
        thread.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    place = Place.LEFT;
  }

  private boolean trusted() {
    return !passed(confirmed, pace.trust);
  }

  private void run() {
    while (!closed) {
      try (NodeSession own = NodeSession.open(database, name, pace.turn)) {
        memory.flush();
        join(own);
        attend(own);
        leave(own);
      } catch (SQLException | RuntimeException e) {
        memory.between(() -> place = Place.NONE);
        if (!closed) {
          LOG.warnf("Lost the connection that tells of other nodes: %s", e.getMessage());
          LockSupport.parkNanos(this, pace.again.toNanos());
        }
      }
    }
  }

  /** Finds the node's place; from then on the table decides. */
  private void join(NodeSession own) throws SQLException {
    holdsAlone = false;
    boolean alone = own.tryAlone();
    for (int asked = 1; !alone && !closed && !own.tryShared(); asked++) {
      if (asked % ASKED == 0) {
        LOG.warn("A node that decides alone makes no room: its session is ended");
        own.endHolder();
      }
    }
    String before = own.decider();
    if (before != null && !before.equals(name)) {
      outlast(own);
    }
    if (closed) {
      return;
    }
    if (!alone) {
      own.nobodyDecides();
    }
    session++;
    beat(own);
    place = Place.AMONG_OTHERS;
    holdsAlone = alone;
    since = nanos.getAsLong();
  }

  /** The one before has not said good-bye, and may not have noticed yet that it lost its lock. */
  private void outlast(NodeSession own) throws SQLException {
    long start = nanos.getAsLong();
    while (!closed && !passed(start, pace.trust)) {
      LockSupport.parkNanos(this, pace.look.toNanos());
      own.beat();
    }
  }

  /** Whether the lock is held alone, and since when; or when that was last tried. */
  private boolean holdsAlone;

  private long since;

  private void attend(NodeSession own) throws SQLException {
    while (!closed) {
      if (own.somebodyCame(pace.look) && holdsAlone) {
        makeRoom(own);
      }
      memory.flush();
      memory.tidy();
      if (passed(confirmed, pace.beat)) {
        beat(own);
      }
      if (holdsAlone && place != Place.ALONE && passed(since, pace.trust)) {
        decideAlone(own);
      } else if (!holdsAlone && passed(since, pace.alone)) {
        since = nanos.getAsLong();
        if (own.tryAlone()) {
          own.stopSharing();
          holdsAlone = true;
        }
      }
    }
  }

  /** Whoever was here before is gone for so long by now that it knows. */
  private void decideAlone(NodeSession own) throws SQLException {
    own.decides();
    memory.learn();
    beat(own);
    place = Place.ALONE;
    LOG.debug("This node is the only one: its memory decides what was shown before");
  }

  private void makeRoom(NodeSession own) throws SQLException {
    memory.between(() -> place = Place.AMONG_OTHERS);
    memory.flush();
    own.nobodyDecides();
    own.share();
    holdsAlone = false;
    since = nanos.getAsLong();
    LOG.debug("Another node has come: the table decides what was shown before");
  }

  private void leave(NodeSession own) throws SQLException {
    memory.between(() -> place = Place.LEFT);
    memory.flush();
    if (holdsAlone) {
      own.nobodyDecides();
    }
  }

  private void beat(NodeSession own) throws SQLException {
    long before = nanos.getAsLong();
    own.beat();
    confirmed = before;
  }

  private boolean passed(long since, Duration time) {
    return nanos.getAsLong() - since >= time.toNanos();
  }
}
