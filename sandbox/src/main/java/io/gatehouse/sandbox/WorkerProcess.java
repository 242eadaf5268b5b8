package io.gatehouse.sandbox;

import io.gatehouse.sandbox.Outcome.Failed;
import io.gatehouse.sandbox.Outcome.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One process that runs scripts, one after the other. */
final class WorkerProcess {
  /** The program of the process. */
  private static final String MAIN = "io.gatehouse.sandbox.worker.Worker";

  private static final Duration START = Duration.ofSeconds(30);

  /** A script that its own process cannot stop is stopped from here, this much later. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** What `ExitOnOutOfMemoryError` ends with. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int RETIRED = 0;

  private final Process process;
  private final Limits limits;
  private final ScheduledExecutorService killer;
  private final DataOutputStream out;
  private final DataInputStream in;
  private volatile boolean overdue;
  private volatile boolean broken;

  private WorkerProcess(Process process, Limits limits, ScheduledExecutorService killer) {
    this.process = process;
    this.limits = limits;
    this.killer = killer;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /** A process that waits for its first script. */
  static WorkerProcess start(List<Path> classPath, Limits limits, ScheduledExecutorService killer)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(classPath, limits))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .directory(new File("/"));
    // Nothing of the server's settings, which are secrets in part.
    builder.environment().clear();
    WorkerProcess worker = new WorkerProcess(builder.start(), limits, killer);
    Future<?> kill = worker.killAfter(START);
    try {
      if (worker.in.readByte() != Wire.READY) {
        throw new IOException("the worker says something else");
      }
      return worker;
    } catch (IOException e) {
      worker.kill();
      throw e;
    } finally {
      kill.cancel(false);
    }
  }

  private static List<String> command(List<Path> classPath, Limits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            "-Xms16m",
            "-Xss2m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+UseSerialGC",
            // The second compiler costs more than it gives back in the life of most workers.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            // Its last words must not get into the pipe.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            MAIN,
            Long.toString(limits.time().toMillis())));
    return command;
  }

  Outcome run(Job job) {
    Future<?> kill = killAfter(limits.time().plus(GRACE));
    try {
      Wire.write(out, job);
      return Wire.readOutcome(in);
    } catch (IOException e) {
      broken = true;
      return Failed.because(whyItEnded());
    } finally {
      kill.cancel(false);
    }
  }

  private Reason whyItEnded() {
    if (overdue) {
      return Reason.TIMED_OUT;
    }
    try {
      if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)
          && process.exitValue() == OUT_OF_MEMORY) {
        return Reason.OUT_OF_MEMORY;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reason.CRASHED;
  }

  boolean isAlive() {
    return !broken && process.isAlive();
  }

  /** Whether it has ended because it had nothing to do. */
  boolean hasRetired() {
    return broken && !process.isAlive() && process.exitValue() == RETIRED;
  }

  void kill() {
    process.destroyForcibly();
  }

  private Future<?> killAfter(Duration time) {
    return killer.schedule(
        () -> {
          overdue = true;
          kill();
        },
        time.toMillis(),
        TimeUnit.MILLISECONDS);
  }
}
