package io.gatehouse.platform.once;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this node has seen, as long as it counts. It never forgets before the end: when it is full,
 * it says so, and remembers up to which end there may be things that it does not know. The same
 * thing shown again has the same end, so whatever ends later is certainly not one of those.
 */
final class OnceMemory {
  private final int capacity;
  private final Set<Mark> marks = ConcurrentHashMap.newKeySet();
  private final AtomicLong size = new AtomicLong();

  /** Of what ends until then, some may be in the table only. */
  private final AtomicLong horizon = new AtomicLong(Long.MIN_VALUE);

  OnceMemory(int capacity) {
    this.capacity = capacity;
  }

  /** What the memory says of something that is shown. */
  enum Found {
    /** It was shown before. */
    KNOWN,
    /** It was not shown before: now it is known. */
    NEW,
    /** Now it is known, but the table may have known it already. */
    DOUBTFUL,
    /** There is no room for it: only the table knows. */
    FULL
  }

  /**
   * Of any number of threads that add the same at once, one at most is not told that it is known.
   */
  Found add(Mark mark) {
    if (size.get() >= capacity) {
      // In this order: whoever makes room and adds it meanwhile sees the horizon, or is seen here.
      horizon.accumulateAndGet(mark.end(), Math::max);
      return marks.contains(mark) ? Found.KNOWN : Found.FULL;
    }
    if (!marks.add(mark)) {
      return Found.KNOWN;
    }
    size.incrementAndGet();
    return mark.end() > horizon.get() ? Found.NEW : Found.DOUBTFUL;
  }

  /** Takes back what could not be written down after all. */
  void remove(Mark mark) {
    if (marks.remove(mark)) {
      size.decrementAndGet();
    }
  }

  /** Room that is left. */
  int room() {
    return (int) Math.max(0, capacity - size.get());
  }

  /**
   * Learns what other nodes have seen.
   *
   * @param rest of what ends until then more is in the table
   */
  void learn(Collection<Mark> more, long rest) {
    more.forEach(this::add);
    horizon.accumulateAndGet(rest, Math::max);
  }

  /** Forgets what ended before then. */
  void forget(long second) {
    marks.forEach(mark -> {
      if (mark.end() < second) {
        remove(mark);
      }
    });
  }
}
