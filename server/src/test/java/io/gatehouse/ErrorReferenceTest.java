package io.gatehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every error code keeps to. */
class ErrorReferenceTest {
  private static final List<ErrorCatalogue.Entry> CODES = ErrorCatalogue.entries();

  private final Phrases phrases = new Phrases();

  @Test
  void everyCodeHasItsText() {
    assertTrue(CODES.size() > 60, "codes: " + CODES.size());
    Map<String, String> texts = phrases.all(PhraseGroup.ERROR, Language.ENGLISH);
    assertEquals(
        List.of(),
        CODES.stream()
            .map(ErrorCatalogue.Entry::code)
            .filter(code -> !texts.containsKey(code))
            .distinct()
            .toList());
  }

  @Test
  void everyStatusIsAnError() {
    CODES.forEach(entry -> assertTrue(entry.status() >= 400 && entry.status() < 600, entry.code()));
  }

  /** The catalogue of the contract is not part of this repository: it may lie beside it. */
  @Test
  void codesAreSpelledAsInTheContract() throws IOException {
    Path file = GeneratedFile.checkout().resolve("../shared/contract/error-codes.json");
    assumeTrue(Files.exists(file), "the contract is not here to be compared with");
    JsonNode known = JsonCodec.tree(Files.readString(file));
    assertEquals(
        List.of(),
        CODES.stream()
            .map(ErrorCatalogue.Entry::code)
            .filter(code -> !known.has(code))
            .filter(code -> !ErrorCatalogue.OURS.containsKey(code) && !isOfProtocol(code))
            .distinct()
            .toList());
  }

  @Test
  void theReferenceIsUpToDate() {
    Map<String, List<ErrorCatalogue.Entry>> sections =
        CODES.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.code().substring(0, entry.code().indexOf('.')),
                    TreeMap::new,
                    Collectors.toList()));
    StringBuilder page =
        new StringBuilder(
            """
            # Error codes

            An error is answered as `{"code", "message", "data"?, "details"?}`: the code is for programs and never
            changes, the message is for the reader in their language, `data` is for programs, `details` for
            whoever integrates. Words in braces are filled in. This page is generated: `./gatehouse generate`.
            """);
    sections.forEach((noun, entries) -> {
      page.append("\n## ").append(noun).append("\n\n| code | status | message |\n|---|---|---|\n");
      entries.stream()
          .collect(
              Collectors.groupingBy(
                  ErrorCatalogue.Entry::code,
                  TreeMap::new,
                  Collectors.mapping(
                      entry -> String.valueOf(entry.status()), Collectors.joining(", "))))
          .forEach((code, statuses) -> page.append(row(code, statuses)));
    });
    new GeneratedFile("docs/reference/errors.md").mustBe(page.toString());
  }

  private String row(String code, String statuses) {
    String distinct =
        List.of(statuses.split(", ")).stream().distinct().collect(Collectors.joining(", "));
    String text = phrases.text(PhraseGroup.ERROR, Language.ENGLISH, code).replace("|", "\\|");
    return "| `" + code + "` | " + distinct + " | " + text + " |\n";
  }

  private static boolean isOfProtocol(String code) {
    return CODES.stream()
        .anyMatch(entry -> entry.code().equals(code) && entry.source().equals("oidc"));
  }
}
