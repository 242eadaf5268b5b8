package io.gatehouse.branding.customui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.gatehouse.testing.Fuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Archives of websites, byte by byte almost right. */
class ArchiveFuzzTest {
  private static final Fuzz ARCHIVES = Fuzz.like(archive());
  private static final Path FILE = file();

  @AfterContainer
  static void delete() throws IOException {
    Files.deleteIfExists(FILE);
  }

  @Property(tries = Fuzz.DEAR_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void archives(@ForAll long number) {
    ARCHIVES.feed(
        number,
        text -> {
          Files.write(FILE, text.getBytes(ISO_8859_1));
          CustomUiArchive.read(
              FILE,
              (path, content) ->
                  assertFalse(path.isEmpty() || List.of(path.split("/", -1)).contains(".."), path));
        });
  }

  private static byte[] archive() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"index.html", "assets/a.js", "assets/b.css"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<p>hello hello hello hello".getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Path file() {
    try {
      return Files.createTempFile("gatehouse-fuzz", ".zip");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
