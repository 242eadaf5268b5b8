package io.gatehouse.audit.log;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.tenant.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gathers rows and writes them in batches, at most {@link #DELAY} after they were added.
 *
 * <p>What waits here is lost when the process is killed. Nothing is lost otherwise while the
 * database answers: whoever finds the buffer full writes it down before adding. When the database
 * is gone for so long that the buffer fills, rows are dropped and counted in the metric {@code
 * gatehouse.<name>.dropped}.
 */
final class FlushQueue<T extends FlushQueue.OfTenant> {
  /** How long a row may wait. */
  static final Duration DELAY = Duration.ofMillis(200);

  /** How long one may wait that others are to follow. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A row knows whose it is: a batch is one tenant's. */
  interface OfTenant {
    TenantId tenant();
  }

  /** When to stop as the process ends: once requests, jobs and deliveries have ended. */
  static final int AFTER_ALL_WORK = 10_000;

  private static final Logger LOG = Logger.getLogger(FlushQueue.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int CAPACITY = 10_000;
  private static final int BATCH = 500;

  private final String name;
  private final BiConsumer<TenantId, List<T>> writer;
  private final Counter dropped;
  private final BlockingQueue<T> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private final List<T> batch = new ArrayList<>(BATCH);
  private final ReentrantLock flushing = new ReentrantLock();
  private volatile @Nullable Thread thread;
  private volatile boolean idle;
  private volatile boolean stopped;

  FlushQueue(String name, BiConsumer<TenantId, List<T>> writer) {
    this.name = name;
    this.writer = writer;
    this.dropped = Metrics.counter("gatehouse." + name + ".dropped");
  }

  /** Adds a row; never fails. */
  void add(T row) {
    addPatiently(row);
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  /**
   * Adds a row that others will follow, with which it is written: alone it waits for {@link
   * #PATIENCE}.
   */
  void addPatiently(T row) {
    if (!waiting.offer(row) && !(flushed() && waiting.offer(row))) {
      dropped.increment();
    }
  }

  /** Writes everything that was added before the call. */
  void flush() {
    flushing.lock();
    try {
      while (!batch.isEmpty() || waiting.drainTo(batch, BATCH) > 0) {
        write(batch.getFirst().tenant());
      }
    } finally {
      flushing.unlock();
    }
  }

  /** Begins to flush by itself. */
  void start() {
    thread = Thread.ofVirtual().name("flush-" + name).start(this::run);
  }

  /** Writes what is left, and ends. */
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
    flushed();
  }

  private void run() {
    try {
      while (!stopped) {
        idle = true;
        if (waiting.isEmpty()) {
          LockSupport.parkNanos(this, PATIENCE.toNanos());
        }
        idle = false;
        Thread.sleep(DELAY);
        if (!flushed()) {
          Thread.sleep(RETRY);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean flushed() {
    Db.mayBlock();
    try {
      flush();
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("%s wait to be written: %s", name, e.getMessage());
      return false;
    }
  }

  /** Takes a tenant's rows out of the batch once they are written. */
  private void write(TenantId tenant) {
    List<T> rows = batch.stream().filter(row -> row.tenant().equals(tenant)).toList();
    try {
      writer.accept(tenant, rows);
    } catch (DbException.Unavailable | DbException.TimedOut e) {
      throw e;
    } catch (RuntimeException e) {
      writeEach(tenant, rows);
    }
    batch.removeIf(row -> row.tenant().equals(tenant));
  }

  /** One row that the database refuses must not keep the others back. */
  private void writeEach(TenantId tenant, List<T> rows) {
    for (T row : rows) {
      try {
        writer.accept(tenant, List.of(row));
      } catch (DbException.Unavailable | DbException.TimedOut e) {
        throw e;
      } catch (RuntimeException e) {
        dropped.increment();
        LOG.errorf("one of the %s cannot be written: %s", name, e.getMessage());
      }
      batch.remove(row);
    }
  }
}
