package io.gatehouse.message;

import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long messages took to leave of late, so that one that is only pretended takes as long: nobody
 * learns by the time of an answer whether an address is known.
 */
@Singleton
class Pace {
  /** Before anything has left: what a mail server nearby takes. */
  static final Duration USUAL = Duration.ofMillis(250);

  private static final int REMEMBERED = 16;

  private final Map<Way, Deque<Duration>> latest = new ConcurrentHashMap<>();

  private record Way(TenantId tenant, boolean email) {}

  /** Sends for real, and remembers how long that took. */
  void keep(TenantId tenant, boolean email, Runnable delivery) {
    long began = System.nanoTime();
    delivery.run();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Deque<Duration> durations = latest.computeIfAbsent(new Way(tenant, email), w -> empty());
    synchronized (durations) {
      if (durations.size() == REMEMBERED) {
        durations.removeFirst();
      }
      durations.addLast(took);
    }
  }

  /** Takes as long as one of the latest messages did, and does nothing. */
  void pretend(TenantId tenant, boolean email) {
    try {
      Thread.sleep(next(new Way(tenant, email)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each of them in turn. */
  private Duration next(Way way) {
    Deque<Duration> durations = latest.computeIfAbsent(way, w -> empty());
    synchronized (durations) {
      Duration next = durations.pollFirst();
      if (next == null) {
        return USUAL;
      }
      durations.addLast(next);
      return next;
    }
  }

  private static Deque<Duration> empty() {
    return new ArrayDeque<>(REMEMBERED);
  }
}
