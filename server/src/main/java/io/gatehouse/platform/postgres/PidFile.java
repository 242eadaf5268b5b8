package io.gatehouse.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL writes of itself into {@code postmaster.pid}: its process, when it started, and
 * whether it is ready.
 */
record PidFile(long pid, String started, String status) {
  private static final int STATUS_LINE = 7;

  static @Nullable PidFile read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      if (lines.size() < 3) {
        return null;
      }
      String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
      return new PidFile(Long.parseLong(lines.getFirst().strip()), lines.get(2), status);
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  boolean isReady() {
    return status.equals("ready");
  }

  /**
   * Whether that process is alive and a PostgreSQL: process numbers come again, after a reboot or
   * in a container.
   */
  boolean isRunning() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> Path.of(command).endsWith("postgres"))
        .orElse(false);
  }
}
