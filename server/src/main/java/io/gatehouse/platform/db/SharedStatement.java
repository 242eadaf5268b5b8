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
 * A statement that those share who need it at the same moment: look-ups of a token, redemptions of
 * a code. The first goes at once; those that come while it is under way go together as soon as it
 * is back. So nobody waits for company, and the more there are the less each costs: to start a
 * plan, to send it, to bring a commit to the disk, and to wake whoever waits cost more than to find
 * a row or to write one.
 *
 * <p>Nothing is kept. Whoever asks only joins a statement that has not been sent yet, so it sees
 * all that was committed before it asked, on whichever node. A statement is for one tenant, and is
 * a transaction of its own: what it has written when it answers is there to stay. An error of the
 * database reaches everybody whom it concerns: where the connection or the time ran out all who
 * travelled together, else the ones whose own row is at fault.
 *
 * @param <Q> what each of them asks
 * @param <A> what each is answered
 */
public final class SharedStatement<Q, A> {
  /** How many travel together at most. */
  static final int TOGETHER = 64;

  /** How many statements of a tenant are under way at most. */
  private static final int AT_ONCE = 4;

  /** A statement that takes this long is no longer waited for by those who come then. */
  private static final long SLOW = Duration.ofMillis(5).toNanos();

  private static final Executor THREADS = new BriefThreads("shared");

  private final Statement<Q, A> statement;
  private final ConcurrentHashMap<TenantId, Lane> lanes = new ConcurrentHashMap<>();

  public SharedStatement(Statement<Q, A> statement) {
    this.statement = statement;
  }

  /** Runs for several at once, of which none is to harm another. */
  @FunctionalInterface
  public interface Statement<Q, A> {
    /** What is answered, in any order; to some nothing. */
    List<Answer<A>> run(TenantId tenant, List<Q> asked);
  }

  /**
   * A row.
   *
   * @param place whom of those who asked it answers, counted from 1 as {@code with ordinality}
   *     counts
   */
  public record Answer<A>(int place, A value) {}

  private record Asked<Q, A>(Q question, CompletableFuture<Optional<A>> answer) {}

  /**
   * The answer to what changes nothing. On an event loop this does not wait, but ends the {@link
   * Attempt} under way, which knows the answer when it is begun anew.
   */
  public Optional<A> find(TenantId tenant, Q question) {
    return told(Attempt.answer(this, tenant, question));
  }

  /** The answer to what changes something, when the change is on the disk. */
  public Optional<A> write(TenantId tenant, Q question) {
    Db.mayBlock();
    return told(ask(tenant, question, true));
  }

  private static <A> Optional<A> told(CompletableFuture<Optional<A>> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * The same for whoever does something else until the answer is there.
   *
   * @param waits whether the caller's thread has nothing to do until then, and may run the
   *     statement itself
   */
  CompletableFuture<Optional<A>> ask(TenantId tenant, Q question, boolean waits) {
    Asked<Q, A> asked = new Asked<>(question, new CompletableFuture<>());
    lanes.computeIfAbsent(tenant, Lane::new).add(asked, waits && !Db.transactionUnderWay());
    return asked.answer;
  }

  /** Those of one tenant. */
  private final class Lane {
    private final TenantId tenant;
    private final Deque<Asked<Q, A>> waiting = new ArrayDeque<>();
    private int underWay;

    /** When the oldest statement under way set out, or one before it. */
    private long since;

    Lane(TenantId tenant) {
      this.tenant = tenant;
    }

    void add(Asked<Q, A> asked, boolean here) {
      if (!goes(asked)) {
        return;
      }
      if (here) {
        answer(next());
        // Others are not to be served by a thread that has its answer.
        if (!isOver()) {
          THREADS.execute(this::run);
        }
      } else {
        THREADS.execute(this::run);
      }
    }

    /** Whether another statement sets out for it. */
    private synchronized boolean goes(Asked<Q, A> asked) {
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
      do {
        answer(next());
      } while (!isOver());
    }

    /** Those who go now; none where others under way have taken all along. */
    private synchronized List<Asked<Q, A>> next() {
      List<Asked<Q, A>> next = new ArrayList<>();
      while (!waiting.isEmpty() && next.size() < TOGETHER) {
        next.add(waiting.remove());
      }
      if (underWay == 1) {
        since = System.nanoTime();
      }
      return next;
    }

    /** Whether nobody waits any more, so that whoever comes next sets out at once. */
    private synchronized boolean isOver() {
      if (waiting.isEmpty()) {
        underWay--;
        return true;
      }
      return false;
    }

    private void answer(List<Asked<Q, A>> together) {
      try {
        List<Optional<A>> answers = answers(together);
        for (int i = 0; i < answers.size(); i++) {
          together.get(i).answer.complete(answers.get(i));
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

    private List<Optional<A>> answers(List<Asked<Q, A>> together) {
      List<Optional<A>> answers =
          new ArrayList<>(Collections.nCopies(together.size(), Optional.empty()));
      if (!together.isEmpty()) {
        statement
            .run(tenant, together.stream().map(Asked::question).toList())
            .forEach(row -> answers.set(row.place() - 1, Optional.of(row.value())));
      }
      return answers;
    }
  }
}
