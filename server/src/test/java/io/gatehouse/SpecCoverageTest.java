package io.gatehouse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes down which test shows which section of a specification to be kept. */
class SpecCoverageTest {
  private static final Pattern WORD =
      Pattern.compile("@Spec\\(\"([^\"]+)\"\\)|\\bvoid (\\w+)\\(|\\bclass (\\w+)");
  private static final Pattern SECTION = Pattern.compile("(.+) §([\\dA-Z.]+)");

  /** Sections in the order of their numbers: §4.9 before §4.10. */
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing(SpecCoverageTest::padded);

  @Test
  void theReferenceIsUpToDate() throws IOException {
    TreeMap<String, TreeMap<String, TreeSet<String>>> sections = new TreeMap<>(BY_NUMBER);
    for (Path file : tests()) {
      read(file, sections);
    }
    StringBuilder page =
        new StringBuilder(
            """
            # Specifications and the tests that show them kept

            Tests say `@Spec("RFC 6749 §4.1.2")`; this page is generated from them: `./gatehouse generate`.
            """);
    sections.forEach((document, bySection) -> {
      page.append("\n## ").append(document).append("\n\n| section | test |\n|---|---|\n");
      bySection.forEach((section, tests) ->
          tests.forEach(test -> page.append("| §" + section + " | " + test + " |\n")));
    });
    new GeneratedFile("docs/reference/spec-coverage.md").mustBe(page.toString());
  }

  private static List<Path> tests() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("protocol", "connectors", "server")) {
      Path folder = GeneratedFile.checkout().resolve(module).resolve("src/test/java");
      if (Files.exists(folder)) {
        try (Stream<Path> found = Files.walk(folder)) {
          found.filter(file -> file.toString().endsWith("Test.java")).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  private static void read(Path file, TreeMap<String, TreeMap<String, TreeSet<String>>> sections)
      throws IOException {
    if (file.endsWith("SpecCoverageTest.java")) {
      return;
    }
    String type = "";
    List<String> waiting = new ArrayList<>();
    Matcher word = WORD.matcher(Files.readString(file));
    while (word.find()) {
      if (word.group(1) != null) {
        waiting.add(word.group(1));
        continue;
      }
      type = word.group(3) != null ? word.group(3) : type;
      String test =
          "`" + type + "`" + (word.group(2) == null ? "" : ": " + sentence(word.group(2)));
      waiting.forEach(section -> put(sections, section, test));
      waiting.clear();
    }
  }

  private static void put(
      TreeMap<String, TreeMap<String, TreeSet<String>>> sections, String where, String test) {
    Matcher parts = SECTION.matcher(where);
    assertTrue(parts.matches(), "@Spec names a document and a section: " + where);
    sections
        .computeIfAbsent(parts.group(1), document -> new TreeMap<>(BY_NUMBER))
        .computeIfAbsent(parts.group(2), section -> new TreeSet<>())
        .add(test);
  }

  private static String sentence(String method) {
    return method
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static String padded(String text) {
    return Pattern.compile("\\d+")
        .matcher(text)
        .replaceAll(
            number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
  }
}
