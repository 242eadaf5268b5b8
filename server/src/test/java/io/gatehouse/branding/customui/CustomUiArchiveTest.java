package io.gatehouse.branding.customui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.error.RequestException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomUiArchiveTest {
  @TempDir Path folder;

  @Test
  void filesAreHandedOverByTheirPaths() throws IOException {
    assertEquals(
        Map.of("index.html", "<p>", "assets/a.js", "1"),
        read(
            zip(
                Map.of(
                    "index.html", "<p>", "assets/a.js", "1", "__MACOSX/x", "", ".DS_Store", ""))));
  }

  @Test
  void anArchiveOfOneFolderIsTheWebsiteItself() throws IOException {
    assertEquals(
        Map.of("index.html", "<p>", "a.js", "1"),
        read(zip(Map.of("dist/index.html", "<p>", "dist/a.js", "1"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "a/../x", "a\\x", "a//x", "./x", "C:x", "a/\u0001"})
  void aNameThatLeavesTheFolderIsRefused(String name) throws IOException {
    Path zip = zip(Map.of("index.html", "<p>", name, "1"));
    assertThrows(RequestException.class, () -> read(zip));
  }

  @Test
  void anArchiveWithoutAnIndexIsRefused() throws IOException {
    Path zip = zip(Map.of("a/index.html", "<p>", "b/x.js", "1"));
    assertThrows(RequestException.class, () -> read(zip));
  }

  @Test
  void anArchiveOfWhichAFileEndsEarlyIsRefused() throws IOException {
    Path zip = zip(Map.of("index.html", "<p>hello hello hello"));
    byte[] bytes = Files.readAllBytes(zip);
    int compressedSize = new String(bytes, ISO_8859_1).indexOf("PK\1\2") + 20;
    bytes[compressedSize] = 1;
    Path cut = Files.write(folder.resolve("cut.zip"), bytes);
    assertThrows(RequestException.class, () -> read(cut));
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.zip"), "no zip");
    assertThrows(RequestException.class, () -> read(file));
  }

  @Test
  void aBombIsRefusedByWhatComesOutOfIt() throws IOException {
    Path one = bomb(1, 11);
    assertTrue(Files.size(one) < 100_000, "the archive is small");
    assertThrows(RequestException.class, () -> CustomUiArchive.read(one, (path, content) -> {}));
    Path many = bomb(7, 9);
    assertThrows(RequestException.class, () -> CustomUiArchive.read(many, (path, content) -> {}));
  }

  @Test
  void anArchiveOfTooManyFilesIsRefused() throws IOException {
    Map<String, String> files = new TreeMap<>(Map.of("index.html", "<p>"));
    for (int i = 0; i < 2_000; i++) {
      files.put("f" + i, "");
    }
    Path zip = zip(files);
    assertThrows(RequestException.class, () -> read(zip));
  }

  private Path bomb(int files, int megabytesEach) throws IOException {
    Path zip = folder.resolve("bomb" + files + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("index.html"));
      for (int i = 0; i < files; i++) {
        out.putNextEntry(new ZipEntry("zeros" + i));
        for (int j = 0; j < megabytesEach; j++) {
          out.write(new byte[1 << 20]);
        }
      }
    }
    return zip;
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path zip = folder.resolve("ui.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (var each : files.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue().getBytes(UTF_8));
      }
    }
    return zip;
  }

  private static Map<String, String> read(Path zip) {
    Map<String, String> read = new TreeMap<>();
    CustomUiArchive.read(zip, (path, content) -> read.put(path, new String(content, UTF_8)));
    return read;
  }
}
