package io.gatehouse.platform.i18n;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract every phrase file keeps. */
class PhrasesTest {
  /** Administrators read these, too; in the others there are the hosted pages. */
  private static final Set<String> OF_THE_WHOLE_PRODUCT =
      Set.of("en", "zh-CN", "pt-BR", "fr", "es");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_]+)}");
  private final Phrases phrases = new Phrases();

  static Stream<Arguments> files() {
    return Arrays.stream(PhraseGroup.values())
        .flatMap(group -> new Locales().supported().stream().map(tag -> Arguments.of(group, tag)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyLanguageHasEveryPhraseAndNoneTooMany(PhraseGroup group, Language language) {
    Set<String> english = phrases.all(group, Language.ENGLISH).keySet();
    Set<String> own = phrases.all(group, language).keySet();
    if (OF_THE_WHOLE_PRODUCT.contains(language.tag())) {
      assertEquals(new TreeSet<>(english), new TreeSet<>(own));
      return;
    }
    assertEquals(
        switch (group) {
          case SIGNIN -> new TreeSet<>(english);
          case ERROR -> onPages();
          case PROVIDER -> new TreeSet<>();
        },
        new TreeSet<>(own));
    assertTrue(english.containsAll(own), language.tag());
  }

  /** The errors that people can meet on the hosted pages. */
  private static TreeSet<String> onPages() {
    try (InputStream in = PhrasesTest.class.getResourceAsStream("/errors-on-pages.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPhraseKeepsThePlaceholdersOfTheEnglishOne(PhraseGroup group, Language language) {
    assertAll(
        phrases.all(group, Language.ENGLISH).entrySet().stream()
            .map(english ->
                () ->
                    assertEquals(
                        placeholders(english.getValue()),
                        placeholders(phrases.text(group, language, english.getKey())),
                        english.getKey())));
  }

  @ParameterizedTest
  @MethodSource("files")
  void noPhraseIsEmptyPaddedOrHalfWritten(PhraseGroup group, Language language) {
    phrases
        .all(group, language)
        .forEach((key, text) -> {
          assertFalse(text.isBlank(), key);
          assertEquals(text.strip(), text, key);
          assertFalse(text.contains("TODO") || text.contains("\uFFFD"), key);
          String rest = PLACEHOLDER.matcher(text).replaceAll("");
          assertFalse(rest.contains("{") || rest.contains("}"), key);
        });
  }

  @Test
  void aMissingPhraseIsShownAsItsKey() {
    assertEquals("no.such.key", phrases.text(PhraseGroup.SIGNIN, Language.ENGLISH, "no.such.key"));
  }

  @Test
  void placeholdersAreFilledOnceAndUnknownOnesStay() {
    String text =
        phrases.text(
            PhraseGroup.SIGNIN,
            Language.ENGLISH,
            "social.continue",
            Map.of("connector", "{connector}"));
    assertEquals("Continue with {connector}", text);
  }

  @Test
  void spansAgreeInNumber() {
    assertEquals("1 minute", phrases.minutes(Language.ENGLISH, Duration.ofSeconds(20)));
    assertEquals("10 minutes", phrases.minutes(Language.ENGLISH, Duration.ofMinutes(10)));
    assertTrue(new Language("fr", "").singular(0));
  }

  @Test
  void aSpanAmongTheValuesIsATimeFromNow() {
    String text =
        phrases.text(
            PhraseGroup.ERROR,
            Language.ENGLISH,
            "session.verification_blocked_too_many_attempts",
            Map.of("relativeTime", Duration.ofHours(1)));
    assertEquals("Too many attempts. Please try again in 60 minutes.", text);
  }

  private static TreeSet<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
