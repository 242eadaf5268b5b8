package io.gatehouse.platform.postgres;

import io.gatehouse.platform.config.Closing;
import io.gatehouse.platform.config.StartupProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL (initdb, pg_ctl, postgres) for this machine, unpacked from the class
 * path once.
 */
final class PostgresBinaries {
  /**
   * The version that the class path holds; a test compares it with what the program says of itself.
   */
  static final String VERSION = "18.6";

  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /**
   * Unpacks beside and moves into place, so that a folder that exists is whole. When the process
   * ends meanwhile, that is given up.
   */
  static PostgresBinaries in(Path parent, Closing closing) {
    Path folder = parent.resolve("binaries-" + VERSION);
    if (Files.isDirectory(folder)) {
      return new PostgresBinaries(folder);
    }
    String resource = "/postgres-%s-%s.txz".formatted(system(), processor());
    Path fresh = parent.resolve("binaries.unpacking");
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new StartupProblem(
            "There is no embedded PostgreSQL for this machine (%s); set DB_URL to a PostgreSQL of yours, 15 or later."
                .formatted(resource.substring(1)));
      }
      delete(fresh);
      Files.createDirectories(fresh);
      new TarReader(new XZInputStream(untilClosing(packed, closing)), fresh).unpack();
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartupProblem(
          "PostgreSQL could not be unpacked into %s: %s.".formatted(parent, e), e);
    }
    return new PostgresBinaries(folder);
  }

  private static InputStream untilClosing(InputStream packed, Closing closing) {
    return new FilterInputStream(packed) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (closing.hasBegun()) {
          throw new IOException("the process is ending");
        }
        return super.read(into, offset, length);
      }
    };
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /** Deletes a folder and all that is in it. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac")
        ? "darwin"
        : name.startsWith("linux") ? "linux" : name.replace(' ', '-');
  }

  private static String processor() {
    String name = System.getProperty("os.arch", "");
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> name;
    };
  }
}
