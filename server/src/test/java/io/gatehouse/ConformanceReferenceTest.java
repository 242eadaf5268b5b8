package io.gatehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on conformance names tests: those that there are. */
class ConformanceReferenceTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyTestThatThePageNamesExists() throws IOException {
    Map<String, Path> tests = tests();
    String page =
        Files.readString(GeneratedFile.checkout().resolve("docs/reference/conformance.md"));
    Set<String> missing = new TreeSet<>();
    Matcher named = NAMED.matcher(page);
    int count = 0;
    while (named.find()) {
      count++;
      Path file = tests.get(named.group(1) + ".java");
      if (file == null || !marked(Files.readString(file), named.group(2))) {
        missing.add(named.group());
      }
    }
    assertEquals(Set.of(), missing, "missing, or without a @Spec");
    assertTrue(count > 50, "the page names " + count + " tests");
  }

  /** Whether there is such a test, and it says which section it shows to be kept. */
  private static boolean marked(String file, String test) {
    int at = file.indexOf("void " + test + "(");
    int from = Math.max(file.lastIndexOf("@Test", at), file.lastIndexOf("@ParameterizedTest", at));
    return at > 0 && from > 0 && file.substring(from, at).contains("@Spec(");
  }

  private static Map<String, Path> tests() throws IOException {
    Path folder = GeneratedFile.checkout().resolve("server/src/test/java");
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
    }
  }
}
