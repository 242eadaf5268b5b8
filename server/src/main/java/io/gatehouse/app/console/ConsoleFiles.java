package io.gatehouse.app.console;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of the Console, kept in memory with the compressed forms that the build has made. */
@Singleton
final class ConsoleFiles {
  private static final String FOLDER = "console/";
  private static final String SHELL = "index.html";

  private final Map<String, ConsoleFile> files = new HashMap<>();

  ConsoleFiles() {
    byte[] list = read("files.txt");
    List<String> names =
        list == null ? List.of() : new String(list, StandardCharsets.UTF_8).lines().toList();
    for (String name : names) {
      byte[] content = read(name);
      if (content != null) {
        files.put(name, new ConsoleFile(name, content, read(name + ".br"), read(name + ".gz")));
      }
    }
  }

  /**
   * The page that everything begins with; absent where the server was built without the Console.
   */
  Optional<ConsoleFile> shell() {
    return find(SHELL);
  }

  Optional<ConsoleFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static byte @Nullable [] read(String name) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
