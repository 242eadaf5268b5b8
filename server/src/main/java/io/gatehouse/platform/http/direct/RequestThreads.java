package io.gatehouse.platform.http.direct;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of short requests that ask the database once or twice. A few platform threads take
 * them, as a short wait costs those two thirds of what it costs a virtual thread, whose carrier,
 * poller and timer have to be woken too. When all of them are taken, virtual threads do.
 */
final class RequestThreads implements Executor {
  private static final int FEW = 32;

  private final Executor many =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-v", 0).factory());

  private final ThreadPoolExecutor few =
      new ThreadPoolExecutor(
          0,
          FEW,
          1,
          TimeUnit.MINUTES,
          new SynchronousQueue<>(),
          Thread.ofPlatform().name("request-", 0).daemon().factory(),
          (task, full) -> many.execute(task));

  @Override
  public void execute(Runnable task) {
    few.execute(task);
  }
}
