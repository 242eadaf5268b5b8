package io.gatehouse.credential;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that hash passwords, one a core, behind a bounded queue. A hash is a long foreign
 * call, which would hold the carrier of a virtual thread; here the caller's virtual thread only
 * waits. Beyond the queue the request is turned away.
 */
final class HashingThreads implements AutoCloseable {
  private final ThreadPoolExecutor threads;
  private final Timer duration;
  private final Timer waiting;
  private final Counter rejections;

  HashingThreads(int size, int queueLength, MeterRegistry metrics) {
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queueLength),
            polite(Thread.ofPlatform().name("password-", 0).daemon().factory()));
    Gauge.builder("gatehouse.password.queue", threads, pool -> pool.getQueue().size())
        .description("Passwords that wait to be hashed")
        .register(metrics);
    this.duration =
        Timer.builder("gatehouse.password.hash")
            .description("Time on a hashing thread")
            .register(metrics);
    this.waiting =
        Timer.builder("gatehouse.password.wait")
            .description("Time in the queue before hashing")
            .register(metrics);
    this.rejections =
        Counter.builder("gatehouse.password.rejections")
            .description("Requests turned away because the queue was full")
            .register(metrics);
  }

  /**
   * Runs {@code work} on a hashing thread and waits for it; {@link CredentialError#TOO_BUSY} when
   * the queue is full.
   */
  <T> T run(Callable<T> work) {
    long queued = System.nanoTime();
    Future<T> result;
    try {
      result =
          threads.submit(() -> {
            waiting.record(System.nanoTime() - queued, TimeUnit.NANOSECONDS);
            return duration.recordCallable(work);
          });
    } catch (RejectedExecutionException full) {
      rejections.increment();
      throw CredentialError.TOO_BUSY.exception();
    }
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw CredentialError.TOO_BUSY.exception();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static ThreadFactory polite(ThreadFactory threads) {
    return work ->
        threads.newThread(() -> {
          Niceness.stepBack();
          work.run();
        });
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException(failure);
    };
  }
}
