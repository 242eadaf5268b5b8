package io.gatehouse.sandbox;

import io.gatehouse.sandbox.Outcome.Failed;
import io.gatehouse.sandbox.Outcome.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs scripts that nobody has looked at. Processes start with the first script, are used again by
 * later ones, and end by themselves when nobody needs them; one that a script has harmed is ended
 * at once.
 */
public final class Sandbox implements AutoCloseable {
  private static final long THREAD_REST_SECONDS = 60;

  private final List<Path> classPath;
  private final Limits limits;
  private final Deque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
  private final ThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor killer;

  /**
   * A sandbox without a process yet.
   *
   * @param classPath where the worker and its engine are
   */
  public Sandbox(List<Path> classPath, Limits limits) {
    this.classPath = List.copyOf(classPath);
    this.limits = limits;
    // A pipe holds its thread, which must not be the carrier of virtual ones.
    this.threads =
        new ThreadPoolExecutor(
            limits.processes(),
            limits.processes(),
            THREAD_REST_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(Math.max(1, limits.waiting())),
            Thread.ofPlatform().name("sandbox-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    this.killer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("sandbox-killer").daemon().factory());
    killer.setRemoveOnCancelPolicy(true);
  }

  /** Runs the script; waits for it, but not much longer than its time. */
  public Outcome run(Job job) {
    long asked = System.nanoTime();
    Future<Outcome> future;
    try {
      future = threads.submit(() -> runWithin(job, asked));
    } catch (RejectedExecutionException e) {
      return Failed.because(Reason.BUSY);
    }
    try {
      return future.get();
    } catch (ExecutionException e) {
      return Failed.because(Reason.CRASHED);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return Failed.because(Reason.TIMED_OUT);
    }
  }

  /** How many processes there are that wait for a script. */
  int idleProcesses() {
    return idle.size();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    killer.shutdownNow();
    for (WorkerProcess process = idle.poll(); process != null; process = idle.poll()) {
      process.kill();
    }
  }

  private Outcome runWithin(Job job, long asked) {
    if (System.nanoTime() - asked > limits.time().toNanos()) {
      return Failed.because(Reason.BUSY);
    }
    for (WorkerProcess process = idle.pollLast(); process != null; process = idle.pollLast()) {
      if (process.isAlive()) {
        Outcome outcome = run(process, job);
        // One that was just going to rest has not begun.
        if (!process.hasRetired()) {
          return outcome;
        }
      }
    }
    try {
      return run(WorkerProcess.start(classPath, limits, killer), job);
    } catch (IOException e) {
      return Failed.because(Reason.UNAVAILABLE);
    }
  }

  private Outcome run(WorkerProcess process, Job job) {
    Outcome outcome = process.run(job);
    if (process.isAlive() && !threads.isShutdown()) {
      idle.addLast(process);
    } else {
      process.kill();
    }
    return outcome;
  }
}
