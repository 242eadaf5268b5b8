package io.gatehouse.hook.delivery;

import io.gatehouse.hook.event.Bell;
import io.gatehouse.platform.config.Purpose;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps deliveries going on this node: wakes at the bell, when a retry is due, and now and then for
 * what a node that died has left.
 */
@Singleton
class Courier {
  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final int AT_A_TIME = 32;

  private final Deliveries deliveries;
  private final Bell bell;
  private final Semaphore free = new Semaphore(AT_A_TIME);
  private volatile @Nullable Thread loop;
  private volatile boolean stopped;

  Courier(Deliveries deliveries, Bell bell) {
    this.deliveries = deliveries;
    this.bell = bell;
  }

  void start(@Observes StartupEvent started, Purpose purpose) {
    if (purpose.serves()) {
      loop = Thread.ofVirtual().name("hooks").start(this::loop);
    }
  }

  /** Lets what is under way end; what is not taken yet stays in the outbox. */
  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    stopped = true;
    bell.ring();
    Thread running = loop;
    if (running != null) {
      running.join(ROUND);
    }
    free.tryAcquire(AT_A_TIME, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void loop() {
    while (!stopped) {
      try {
        if (!round()) {
          bell.await(pause());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warnf("deliveries to hooks wait: %s", e.getMessage());
        if (!waited()) {
          return;
        }
      }
    }
  }

  /** Sends what is due; false when that was nothing. */
  private boolean round() {
    int room = free.availablePermits();
    List<Delivery> due = room == 0 ? List.of() : deliveries.claim(room);
    for (Delivery delivery : due) {
      free.acquireUninterruptibly();
      Thread.ofVirtual().name("hook-delivery").start(() -> deliver(delivery));
    }
    return !due.isEmpty();
  }

  private void deliver(Delivery delivery) {
    try {
      deliveries.attempt(delivery);
    } catch (RuntimeException e) {
      LOG.warnf(
          "delivery %s to a hook: %s; it is tried again when its lease ends",
          delivery.id(), e.getMessage());
    } finally {
      free.release();
      bell.ring();
    }
  }

  private Duration pause() {
    Duration next = deliveries.untilNext().orElse(ROUND);
    return next.compareTo(ROUND) < 0 ? next : ROUND;
  }

  private boolean waited() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
