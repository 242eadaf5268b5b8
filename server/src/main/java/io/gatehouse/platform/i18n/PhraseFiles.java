package io.gatehouse.platform.i18n;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads the phrase files of the class path, as UTF-8. */
final class PhraseFiles {
  private PhraseFiles() {}

  /** The lines {@code tag=name} of {@code phrases/languages}. */
  static List<Language> languages() {
    return new BufferedReader(new StringReader(text("phrases/languages")))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .map(parts -> new Language(parts[0].trim(), parts[1].trim()))
        .toList();
  }

  /** A group's phrases in a language; none when the language has no file of its own. */
  static Map<String, String> read(PhraseGroup group, String tag) {
    String path = "phrases/" + group.folder() + "/" + tag + ".properties";
    if (PhraseFiles.class.getClassLoader().getResource(path) == null) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (Reader reader = new StringReader(text(path))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }

  private static String text(String path) {
    try (InputStream in = PhraseFiles.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the phrase file " + path + " is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
