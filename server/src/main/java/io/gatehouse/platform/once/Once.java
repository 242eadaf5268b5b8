package io.gatehouse.platform.once;

import io.gatehouse.platform.db.Attempt;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;

/**
 * Says of what counts once whether it is shown for the first time. The only node decides from its
 * memory, and writes down what it decided within half a second, for the time after a restart; of
 * several nodes each asks the table.
 */
public final class Once implements AutoCloseable {
  /** About 25 MB, when it is all needed. */
  private static final int CAPACITY = 250_000;

  private static final int MOST_UNWRITTEN = 20_000;
  private static final int BATCH = 1_000;
  private static final Duration TIDY = Duration.ofSeconds(5);

  private final OnceStore store;
  private final OnceMemory memory;
  private final SoleNode node;
  private final InstantSource clock;
  private final BlockingQueue<Unwritten> unwritten = new ArrayBlockingQueue<>(MOST_UNWRITTEN);
  private final List<Unwritten> batch = new ArrayList<>(BATCH);
  private final ReentrantLock writing = new ReentrantLock();
  private final ReadWriteLock deciding = new ReentrantReadWriteLock();
  private long tidied = System.nanoTime();

  public Once(Database database, InstantSource clock) {
    this(database, clock, SoleNode.Pace.USUAL, System::nanoTime, CAPACITY);
  }

  Once(
      Database database,
      InstantSource clock,
      SoleNode.Pace pace,
      LongSupplier nanos,
      int capacity) {
    this.store = new OnceStore(database.db());
    this.memory = new OnceMemory(capacity);
    this.node = new SoleNode(database, new Upkeep(), pace, nanos);
    this.clock = clock;
  }

  private record Unwritten(TenantId tenant, Mark mark) {}

  /**
   * Uses something up.
   *
   * @param kind what it is
   * @param id what tells it from all others of its kind
   * @param end when it would be too old anyway; part of what is shown, so always the same for it
   * @return false when it was used before
   */
  public boolean first(TenantId tenant, String kind, String id, Instant end) {
    Mark mark = Mark.of(tenant, kind, id, end);
    Attempt attempt = Attempt.current();
    if (attempt == null) {
      return first(tenant, mark);
    }
    if (attempt.holds(mark)) {
      return true;
    }
    boolean first = first(tenant, mark);
    if (first) {
      attempt.keep(mark);
    }
    return first;
  }

  /** Whether memory is mostly enough at this moment. */
  public boolean inMemory() {
    return node.alone();
  }

  /** Writes down what is left. */
  @Override
  public void close() {
    node.close();
    flush();
  }

  private boolean first(TenantId tenant, Mark mark) {
    OnceMemory.Found found;
    deciding.readLock().lock();
    try {
      found = memory.add(mark);
      if (found == OnceMemory.Found.NEW
          && node.alone()
          && unwritten.offer(new Unwritten(tenant, mark))) {
        return true;
      }
    } finally {
      deciding.readLock().unlock();
    }
    return found != OnceMemory.Found.KNOWN && firstInTable(tenant, mark, found);
  }

  /**
   * What the memory took in is known on this node whatever the table says, so no other thread asks.
   */
  private boolean firstInTable(TenantId tenant, Mark mark, OnceMemory.Found found) {
    try {
      Db.mayBlock();
      long session = node.await();
      boolean first = store.insert(tenant, mark);
      if (node.await() != session) {
        throw DbException.unavailable("this node lost its place among the others");
      }
      return first;
    } catch (RuntimeException e) {
      if (found != OnceMemory.Found.FULL) {
        memory.remove(mark);
      }
      throw e;
    }
  }

  private void flush() {
    writing.lock();
    try {
      while (!batch.isEmpty() || unwritten.drainTo(batch, BATCH) > 0) {
        TenantId tenant = batch.getFirst().tenant();
        store.write(
            tenant,
            batch.stream().filter(of -> of.tenant().equals(tenant)).map(Unwritten::mark).toList());
        batch.removeIf(of -> of.tenant().equals(tenant));
      }
    } finally {
      writing.unlock();
    }
  }

  private final class Upkeep implements SoleNode.Memory {
    @Override
    public void learn() {
      Instant now = clock.instant();
      int most = Math.max(1, memory.room() / 2);
      List<Mark> latest = store.latest(now, most);
      memory.learn(latest, latest.size() < most ? Long.MIN_VALUE : latest.getLast().end());
    }

    @Override
    public void flush() {
      Once.this.flush();
    }

    @Override
    public void tidy() {
      if (System.nanoTime() - tidied > TIDY.toNanos()) {
        tidied = System.nanoTime();
        memory.forget(clock.instant().getEpochSecond());
      }
    }

    @Override
    public void between(Runnable change) {
      deciding.writeLock().lock();
      try {
        change.run();
      } finally {
        deciding.writeLock().unlock();
      }
    }
  }
}
