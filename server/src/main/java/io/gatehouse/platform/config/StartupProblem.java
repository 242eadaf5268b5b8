package io.gatehouse.platform.config;

import org.jspecify.annotations.Nullable;

/**
 * Something outside the program keeps it from starting, and its operator can mend it. The message
 * is one sentence that says what is wrong and what to do; it is all that the operator sees, so it
 * never needs a stack trace beside it.
 */
public final class StartupProblem extends RuntimeException {
  public StartupProblem(String sentence) {
    super(sentence, null, false, false);
  }

  public StartupProblem(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The problem behind an exception that a framework has wrapped, or null when there is none. */
  public static @Nullable StartupProblem behind(@Nullable Throwable thrown) {
    Throwable at = thrown;
    while (at != null && !(at instanceof StartupProblem)) {
      at = at.getCause();
    }
    return (StartupProblem) at;
  }
}
