package io.gatehouse.platform.once;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be begun anew on another thread, when memory turns out not to be enough for
 * it: what it has used up the first time it still holds the second time.
 */
public final class Attempt {
  private static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

  private final List<Mark> used = new ArrayList<>(2);

  /** Does the work as part of this request. */
  public <T> T run(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  static @Nullable Attempt current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  boolean holds(Mark mark) {
    return used.contains(mark);
  }

  void keep(Mark mark) {
    used.add(mark);
  }
}
