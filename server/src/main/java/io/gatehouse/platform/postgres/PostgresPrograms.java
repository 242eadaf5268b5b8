package io.gatehouse.platform.postgres;

import io.gatehouse.platform.config.StartupProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the programs that come with PostgreSQL, away from root and from the caller's environment.
 */
final class PostgresPrograms {
  private final PostgresBinaries binaries;
  private final Unprivileged unprivileged;
  private final Path folder;
  private @Nullable Process running;
  private boolean abandoned;

  PostgresPrograms(PostgresBinaries binaries, Unprivileged unprivileged, Path folder) {
    this.binaries = binaries;
    this.unprivileged = unprivileged;
    this.folder = folder;
  }

  /**
   * The process is ending: what {@link #run} waits for is ended, and nothing begins any more but
   * what runs anyway.
   */
  synchronized void abandon() {
    abandoned = true;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
    }
  }

  /** Runs a program to its end, and refuses to go on when it fails. */
  void run(String program, List<String> arguments, String input) throws IOException {
    Process process = launch(builder(program, arguments).redirectErrorStream(true));
    try {
      finish(program, process, input);
    } finally {
      synchronized (this) {
        running = null;
      }
    }
  }

  /** The same also while the process is ending. */
  void runAnyway(String program, List<String> arguments) throws IOException {
    finish(program, builder(program, arguments).redirectErrorStream(true).start(), "");
  }

  private synchronized Process launch(ProcessBuilder builder) throws IOException {
    refuseWhenAbandoned();
    running = builder.start();
    return running;
  }

  private synchronized void refuseWhenAbandoned() {
    if (abandoned) {
      throw new StartupProblem("PostgreSQL is not started, as the process is ending.");
    }
  }

  private static void finish(String program, Process process, String input) throws IOException {
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (await(process) != 0) {
      throw new StartupProblem(
          "PostgreSQL's %s failed: %s"
              .formatted(program, said.lines().reduce("", (first, last) -> last)));
    }
  }

  /**
   * Begins a program whose server outlives it; its output goes nowhere, as the server would hold
   * the pipe open.
   */
  Process begin(String program, List<String> arguments) throws IOException {
    refuseWhenAbandoned();
    return builder(program, arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private ProcessBuilder builder(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(binaries.program(program));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(unprivileged.command(command)).directory(folder.toFile());
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder;
  }

  private static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new StartupProblem("Interrupted while PostgreSQL was at work.", e);
    }
  }
}
