package io.gatehouse.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The server's clock in tests: the real one, which a test may put forward. */
@Alternative
@Priority(1)
@Singleton
public class ServerClock implements InstantSource {
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead.get());
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    ahead.updateAndGet(before -> before.plus(time));
  }

  /** Back to the present. */
  public void reset() {
    ahead.set(Duration.ZERO);
  }
}
