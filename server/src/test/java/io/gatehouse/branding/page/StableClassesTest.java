package io.gatehouse.branding.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tenants' CSS stands on the names of classes: they are written down, and kept. */
class StableClassesTest {
  private static final Path REFERENCE = Path.of("../docs/reference/custom-css.md");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern CLASS = Pattern.compile("(?<![-\\w])gh-[a-z]+(?:--?[a-z]+)*");
  private static final Pattern VARIABLE = Pattern.compile("--gh-[a-z-]+");

  @Test
  void everyClassOfThePagesIsInTheReferenceAndNoOther() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        used.addAll(found(CLASS, Files.readString(template)));
      }
    }
    used.addAll(found(CLASS, Files.readString(stylesheet("hosted.css"))));
    String reference = Files.readString(REFERENCE);
    assertEquals(found(CLASS, reference), used);
  }

  @Test
  void everyVariableOfTheReferenceIsSet() throws IOException {
    Set<String> set = found(VARIABLE, Files.readString(stylesheet("tokens.css")));
    Set<String> named = found(VARIABLE, Files.readString(REFERENCE));
    named.removeIf(name -> CLASS.matcher(name).matches());
    assertTrue(set.containsAll(named), named + " beside " + set);
  }

  private static Path stylesheet(String name) {
    return RESOURCES.resolve("assets/pages").resolve(name);
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}
