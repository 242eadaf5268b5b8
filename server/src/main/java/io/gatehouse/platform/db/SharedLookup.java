package io.gatehouse.platform.db;

import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Look-ups of one kind, by the hash of a token, that share their way to the database. The first
 * goes at once; those that come while it is under way go together, in one statement, as soon as it
 * is back. So nobody waits for company, and the more there are the less each costs: to start a
 * plan, to send it, and to wake whoever waits cost more than to find a row.
 *
 * <p>Nothing is kept. A look-up only joins a statement that has not been sent yet, so it sees all
 * that was committed before it was asked for, on whichever node. A statement is for one tenant. An
 * error of the database reaches everybody whom it concerns: where the connection or the time ran
 * out all who travelled together, else the ones whose own row is at fault.
 *
 * <p>On an event loop {@link #find} does not wait, but ends the {@link Attempt} under way.
 *
 * @param <V> what is found
 */
public final class SharedLookup<V> {
  /** How many travel together at most. */
  static final int TOGETHER = 64;

  /** How many statements of a tenant are under way at most. */
  private static final int AT_ONCE = 4;

  /** A statement that takes this long is no longer waited for by those who come then. */
  private static final long SLOW = Duration.ofMillis(5).toNanos();

  private static final Executor THREADS = new BriefThreads("lookup");

  private final Statement<V> statement;
  private final ConcurrentHashMap<TenantId, Lane> lanes = new ConcurrentHashMap<>();

  public SharedLookup(Statement<V> statement) {
    this.statement = statement;
  }

  /** Finds rows by several hashes at once. */
  @FunctionalInterface
  public interface Statement<V> {
    /** What was found, in any order; of some hashes nothing. */
    List<Found<V>> find(TenantId tenant, byte[][] hashes);
  }

  /**
   * A row.
   *
   * @param place which of the hashes it answers, counted from 1 as {@code with ordinality} counts
   */
  public record Found<V>(int place, V value) {}

  private record Asked<V>(byte[] hash, CompletableFuture<Optional<V>> answer) {}

  /** What the hash stands for. */
  public Optional<V> find(TenantId tenant, byte[] hash) {
    try {
      return Attempt.answer(this, tenant, hash).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The same for whoever does something else until the answer is there. */
  CompletableFuture<Optional<V>> ask(TenantId tenant, byte[] hash) {
    Asked<V> asked = new Asked<>(hash, new CompletableFuture<>());
    lanes.computeIfAbsent(tenant, Lane::new).add(asked);
    return asked.answer;
  }

  /** The look-ups of one tenant. */
  private final class Lane {
    private final TenantId tenant;
    private final Deque<Asked<V>> waiting = new ArrayDeque<>();
    private int underWay;

    /** When the oldest statement under way set out, or one before it. */
    private long since;

    Lane(TenantId tenant) {
      this.tenant = tenant;
    }

    void add(Asked<V> asked) {
      if (goes(asked)) {
        THREADS.execute(this::run);
      }
    }

    /** Whether another statement sets out for it. */
    private synchronized boolean goes(Asked<V> asked) {
      waiting.add(asked);
      long now = System.nanoTime();
      boolean goes =
          underWay == 0
              || (underWay < AT_ONCE && (waiting.size() >= TOGETHER || now - since > SLOW));
      if (goes) {
        since = underWay == 0 ? now : since;
        underWay++;
      }
      return goes;
    }

    private void run() {
      for (List<Asked<V>> next = next(); !next.isEmpty(); next = next()) {
        answer(next);
      }
    }

    private synchronized List<Asked<V>> next() {
      List<Asked<V>> next = new ArrayList<>();
      while (!waiting.isEmpty() && next.size() < TOGETHER) {
        next.add(waiting.remove());
      }
      if (next.isEmpty()) {
        underWay--;
      } else if (underWay == 1) {
        since = System.nanoTime();
      }
      return next;
    }

    private void answer(List<Asked<V>> together) {
      try {
        List<Optional<V>> found = found(together);
        for (int i = 0; i < found.size(); i++) {
          together.get(i).answer.complete(found.get(i));
        }
      } catch (DbException.Unavailable | DbException.TimedOut e) {
        together.forEach(asked -> asked.answer.completeExceptionally(e));
      } catch (RuntimeException | Error e) {
        if (together.size() == 1) {
          together.getFirst().answer.completeExceptionally(e);
        } else {
          together.forEach(asked -> answer(List.of(asked)));
        }
      }
    }

    private List<Optional<V>> found(List<Asked<V>> together) {
      byte[][] hashes = together.stream().map(Asked::hash).toArray(byte[][]::new);
      List<Optional<V>> found =
          new ArrayList<>(Collections.nCopies(hashes.length, Optional.empty()));
      statement
          .find(tenant, hashes)
          .forEach(row -> found.set(row.place() - 1, Optional.of(row.value())));
      return found;
    }
  }
}
