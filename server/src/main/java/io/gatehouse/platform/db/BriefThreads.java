package io.gatehouse.platform.db;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for short work that asks the database once or twice. A few platform threads take it, as a
 * short wait costs those two thirds of what it costs a virtual thread, whose carrier, poller and
 * timer have to be woken too. When all of them are taken, virtual threads do.
 */
public final class BriefThreads implements Executor {
  private static final int FEW = 32;

  private final Executor many;
  private final ThreadPoolExecutor few;

  /** Threads with names that begin so. */
  public BriefThreads(String name) {
    many = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-v", 0).factory());
    few =
        new ThreadPoolExecutor(
            0,
            FEW,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name(name + "-", 0).daemon().factory(),
            (task, full) -> many.execute(task));
  }

  @Override
  public void execute(Runnable task) {
    few.execute(task);
  }
}
