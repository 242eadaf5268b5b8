package io.gatehouse.app;

import io.gatehouse.platform.config.Closing;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When the process may end. A signal can come at any moment: before the container has begun, while
 * it starts or stops, and after it. The process waits until the container has ended by itself, and
 * then until what it stood on is closed.
 */
final class Lifespan {
  /** Longer than the container takes: ten seconds for requests, and its parts after them. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Closing closing;
  private final Runnable close;
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean contained;
  private boolean signalled;

  /**
   * {@code close} ends what the container stands on; it may be called again and then does nothing.
   */
  Lifespan(Closing closing, Runnable close) {
    this.closing = closing;
    this.close = close;
  }

  /** From here on a signal closes. When one has come already, nothing begins any more. */
  void begin() {
    try {
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("end").unstarted(this::endByWhatever));
    } catch (IllegalStateException ending) {
      awaitTheEnd();
    }
  }

  /** Runs the container; what fails in it because the process is ending is not worth a word. */
  void around(Runnable container) {
    synchronized (this) {
      if (signalled) {
        return;
      }
      contained = true;
    }
    try {
      container.run();
    } catch (IllegalStateException failure) {
      if (!isProcessEnding()) {
        throw failure;
      }
    } finally {
      end();
    }
  }

  /** Nothing that the container did goes on. */
  void end() {
    over.countDown();
  }

  /** Whether a signal has come: no hook can be added any more. */
  static boolean isProcessEnding() {
    Thread trial = Thread.ofPlatform().unstarted(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(trial);
      Runtime.getRuntime().removeShutdownHook(trial);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  private void endByWhatever() {
    closing.begin();
    boolean wait;
    synchronized (this) {
      signalled = true;
      wait = contained;
    }
    if (wait) {
      awaitContainer();
    }
    close.run();
  }

  private void awaitContainer() {
    try {
      if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("What was under way did not end in time, and is given up.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitTheEnd() {
    while (true) {
      try {
        Thread.sleep(PATIENCE);
      } catch (InterruptedException goesOn) {
        // The process ends in a moment.
      }
    }
  }
}
