package io.gatehouse.platform.job;

import io.gatehouse.platform.config.Purpose;
import io.gatehouse.platform.id.Ids;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the jobs that are due, one after the other, each on a thread that can be interrupted. The
 * timer {@code gatehouse.job} counts the turns by name and outcome.
 */
@Singleton
public final class JobRunner {
  private static final Logger LOG = Logger.getLogger(JobRunner.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** How long the end of the process waits for a job, and after an interrupt once more. */
  private static final Duration ENDING = Duration.ofSeconds(4);

  /** By how much a lease outlives the time limit, so that two nodes never do the same work. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final JobStore store;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Nudge nudge;
  private final String owner = Ids.requestId();
  private volatile @Nullable Thread loop;
  private volatile boolean stopped;

  JobRunner(JobStore store, @All List<Job> jobs, InstantSource clock, Nudge nudge) {
    this.store = store;
    this.clock = clock;
    this.nudge = nudge;
    jobs.forEach(job -> this.jobs.put(job.name(), job));
  }

  void start(@Observes StartupEvent started, Purpose purpose) {
    if (purpose.serves()) {
      begin();
    }
  }

  void begin() {
    loop = Thread.ofVirtual().name("jobs").start(this::loop);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    stop();
  }

  /** Lets the job under way end; one that takes long is interrupted, and goes on elsewhere. */
  void stop() throws InterruptedException {
    stopped = true;
    nudge.give();
    Thread running = loop;
    if (running != null && !running.join(ENDING)) {
      running.interrupt();
      running.join(ENDING);
    }
  }

  private void loop() {
    boolean registered = false;
    while (!stopped) {
      try {
        if (!registered) {
          register();
          registered = true;
        }
        runDue();
      } catch (RuntimeException e) {
        if (!stopped) {
          LOG.warnf("the jobs wait: %s", e.getMessage());
        }
      }
      if (stopped || !paused()) {
        return;
      }
    }
  }

  void register() {
    store.register(jobs.keySet(), clock.instant());
  }

  /** Runs what is due and free; answers how many jobs this node ran. */
  int runDue() {
    int ran = 0;
    for (String name : store.due(jobs.keySet(), clock.instant())) {
      Job job = jobs.get(name);
      if (job != null
          && !stopped
          && store.claim(name, owner, clock.instant(), job.timeLimit().plus(MARGIN))) {
        run(job);
        ran++;
      }
    }
    return ran;
  }

  private void run(Job job) {
    long began = System.nanoTime();
    String error = errorOf(job);
    Instant now = clock.instant();
    if (error == null) {
      store.finish(job.name(), owner, now, now.plus(job.every()));
    } else {
      if (!stopped) {
        LOG.errorf("job %s: %s", job.name(), error);
      }
      store.fail(job.name(), owner, now, job.every(), error);
    }
    Metrics.timer("gatehouse.job", "name", job.name(), "outcome", error == null ? "done" : "failed")
        .record(Duration.ofNanos(System.nanoTime() - began));
  }

  /** Does the work within its time; null when all went well. */
  private @Nullable String errorOf(Job job) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread worker =
        Thread.ofVirtual()
            .name("job-" + job.name())
            .uncaughtExceptionHandler((thread, failure) -> thrown.set(failure))
            .start(() -> job.run(clock.instant()));
    boolean inTime = endsWithin(worker, job.timeLimit());
    if (!inTime) {
      worker.interrupt();
      endsWithin(worker, MARGIN.dividedBy(2));
      return stopped ? "the server stopped" : "took longer than " + job.timeLimit();
    }
    Throwable failure = thrown.get();
    return failure == null ? null : failure.toString();
  }

  private static boolean endsWithin(Thread worker, Duration limit) {
    try {
      return worker.join(limit);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private boolean paused() {
    try {
      nudge.await(PAUSE);
      return !stopped;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
