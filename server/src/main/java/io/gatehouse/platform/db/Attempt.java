package io.gatehouse.platform.db;

import io.gatehouse.tenant.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work for a thread that must not block, such as an event loop. It is done with what memory holds.
 * Where that is not enough it ends early and is begun anew: on another thread when it would block,
 * or on the same one when what it asked a {@link SharedLookup} has been answered, which the attempt
 * then remembers. So the work reads as if it could wait, but must not do anything before its last
 * question that it would regret doing twice; what it has used up it {@link #keep keeps}.
 */
public final class Attempt {
  private static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

  private final List<Asked<?>> asked = new ArrayList<>(1);
  private final List<Object> kept = new ArrayList<>(1);
  private boolean mayBlock;

  /** How far the work got. */
  public sealed interface Outcome<T> {
    /** It is done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It can be begun anew, here, when this has ended, however it ends. */
    record Waits<T>(CompletableFuture<?> until) implements Outcome<T> {}

    /** It has to be begun anew on a thread that may block. */
    record Blocks<T>() implements Outcome<T> {}
  }

  private record Asked<V>(
      SharedLookup<V> lookup, TenantId tenant, byte[] hash, CompletableFuture<Optional<V>> answer) {
    boolean is(SharedLookup<?> other, TenantId otherTenant, byte[] otherHash) {
      return lookup == other && tenant.equals(otherTenant) && Arrays.equals(hash, otherHash);
    }
  }

  /** Begins the work on a thread that must not block. */
  public <T> Outcome<T> withoutBlocking(Supplier<T> work) {
    try {
      return new Outcome.Done<>(ScopedValue.where(CURRENT, this).call(work::get));
    } catch (NotInMemory e) {
      return e.until == null ? new Outcome.Blocks<>() : new Outcome.Waits<>(e.until);
    }
  }

  /** Begins the work on a thread that may block; what was asked before is not asked again. */
  public <T> T blocking(Supplier<T> work) {
    mayBlock = true;
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** The attempt under way on this thread. */
  public static @Nullable Attempt current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /** Whether an earlier try has kept this. */
  public boolean holds(Object thing) {
    return kept.contains(thing);
  }

  /** Keeps what the work has used up, for when it is begun anew. */
  public void keep(Object thing) {
    kept.add(thing);
  }

  /** Ends the attempt under way, if its thread must not block. */
  static void end() {
    if (CURRENT.isBound() && !CURRENT.get().mayBlock) {
      throw NotInMemory.WOULD_BLOCK;
    }
  }

  /** The answer to a look-up, once it is there; until then the attempt under way ends. */
  static <V> CompletableFuture<Optional<V>> answer(
      SharedLookup<V> lookup, TenantId tenant, byte[] hash) {
    if (!CURRENT.isBound()) {
      return lookup.ask(tenant, hash);
    }
    Attempt attempt = CURRENT.get();
    CompletableFuture<Optional<V>> answer = attempt.asked(lookup, tenant, hash);
    if (!attempt.mayBlock && !answer.isDone()) {
      throw new NotInMemory(answer);
    }
    return answer;
  }

  @SuppressWarnings("unchecked") // The look-up is the same object, so its answers have its type.
  private <V> CompletableFuture<Optional<V>> asked(
      SharedLookup<V> lookup, TenantId tenant, byte[] hash) {
    for (Asked<?> before : asked) {
      if (before.is(lookup, tenant, hash)) {
        return ((Asked<V>) before).answer;
      }
    }
    Asked<V> now = new Asked<>(lookup, tenant, hash, lookup.ask(tenant, hash));
    asked.add(now);
    return now.answer;
  }

  /** Says that memory was not enough. Not to be caught, and so without a trace. */
  public static final class NotInMemory extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final NotInMemory WOULD_BLOCK = new NotInMemory(null);

    private final transient @Nullable CompletableFuture<?> until;

    private NotInMemory(@Nullable CompletableFuture<?> until) {
      super("this work needs the database", null, false, false);
      this.until = until;
    }
  }
}
