package io.gatehouse.credential;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that compute for long step back behind those that answer requests. Java's own
 * priorities mean nothing to Linux unless the JVM is told so for all of its threads; there each
 * thread has a niceness, which it may raise without a privilege. Elsewhere nothing happens.
 *
 * <p>Source: <a href="https://man7.org/linux/man-pages/man2/setpriority.2.html">setpriority(2)</a>,
 * with its note on threads
 */
final class Niceness {
  private static final Logger LOG = Logger.getLogger(Niceness.class);

  /** A tenth of the share of an ordinary thread, when both want the processor. */
  private static final int POLITE = 10;

  private static final int PRIO_PROCESS = 0;
  private static final int CALLING_THREAD = 0;

  private Niceness() {}

  /** Makes the calling platform thread a polite one. */
  static void stepBack() {
    MethodHandle setPriority = Native.SET_PRIORITY;
    if (setPriority == null) {
      return;
    }
    try {
      int status = (int) setPriority.invokeExact(PRIO_PROCESS, CALLING_THREAD, POLITE);
      if (status != 0) {
        LOG.debug("the niceness of a hashing thread could not be raised");
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Native {
    static final @Nullable MethodHandle SET_PRIORITY = find();

    private static @Nullable MethodHandle find() {
      if (!"Linux".equals(System.getProperty("os.name"))) {
        return null;
      }
      Linker linker = Linker.nativeLinker();
      return linker
          .defaultLookup()
          .find("setpriority")
          .map(function ->
              linker.downcallHandle(
                  function, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)))
          .orElse(null);
    }
  }
}
