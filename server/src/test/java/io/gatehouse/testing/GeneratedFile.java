package io.gatehouse.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of the checkout that is made from the code and compared with it; {@code ./gatehouse
 * generate} writes it anew.
 *
 * @param path from the root of the checkout
 */
public record GeneratedFile(String path) {
  private static final String WRITE = "gatehouse.generate";

  /** Compares, or writes where that is asked for. */
  public void mustBe(String text) {
    Path file = checkout().resolve(path);
    try {
      if (System.getProperty(WRITE) != null) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return;
      }
      String written = Files.exists(file) ? Files.readString(file) : "";
      assertEquals(text, written, path + " is out of date; write it with: ./gatehouse generate");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root of the checkout, from a module's folder. */
  public static Path checkout() {
    return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
  }
}
