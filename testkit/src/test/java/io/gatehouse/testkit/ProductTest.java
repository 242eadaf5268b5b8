package io.gatehouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.connectors.Connectors;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.protocol.Pkce;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped to operators, looked through for anything of the testkit. */
class ProductTest {
  private static final List<String> OURS =
      List.of("gatehouse/testkit", "gatehouse.testkit", DevelopmentUser.HEADER, "mock-social");

  @ParameterizedTest
  @ValueSource(classes = {Settings.class, Connectors.class, Pkce.class})
  void noFileOfTheProductIsOrNamesOneOfTheTestkit(Class<?> ofModule) throws Exception {
    List<String> found = inFilesOf(ofModule, ProductTest::namesOurs);
    assertEquals(List.of(), found);
  }

  @Test
  void theSearchWouldFindThem() throws Exception {
    assertTrue(inFilesOf(DevelopmentUser.class, ProductTest::namesOurs).size() > 5);
  }

  private interface Search {
    boolean finds(Path file) throws IOException;
  }

  private static boolean namesOurs(Path file) throws IOException {
    String text = file + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return OURS.stream().anyMatch(text::contains);
  }

  /** The module is a folder of classes within Maven's build, and its jar otherwise. */
  private static List<String> inFilesOf(Class<?> ofModule, Search search)
      throws IOException, URISyntaxException {
    URI location = ofModule.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path path = Path.of(location);
    if (Files.isDirectory(path)) {
      return under(path, search);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
      return under(jar.getPath("/"), search);
    }
  }

  private static List<String> under(Path root, Search search) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<String> found = new java.util.ArrayList<>();
      int seen = 0;
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        seen++;
        if (search.finds(file)) {
          found.add(root.relativize(file).toString());
        }
      }
      assertTrue(seen > 5, "looked at " + seen + " files of " + root);
      return found;
    }
  }
}
