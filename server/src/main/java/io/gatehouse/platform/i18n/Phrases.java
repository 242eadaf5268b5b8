package io.gatehouse.platform.i18n;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The product's words: a text for a key, in a language, with its {@code {placeholders}} filled in.
 */
@Singleton
public final class Phrases {
  private final Map<String, Map<String, String>> files;
  private final Map<String, String> pageTexts;

  public Phrases() {
    this(new ConcurrentHashMap<>(), Map.of());
  }

  private Phrases(Map<String, Map<String, String>> files, Map<String, String> pageTexts) {
    this.files = files;
    this.pageTexts = pageTexts;
  }

  /** The same with other texts for some keys of the hosted pages, whatever the language. */
  public Phrases saying(Map<String, String> texts) {
    return texts.isEmpty() ? this : new Phrases(files, Map.copyOf(texts));
  }

  /**
   * The text; English where the language lacks it, the key itself where nobody has it. A value that
   * is a {@link Duration} reads as a time from now: {@code in 10 minutes}.
   */
  public String text(PhraseGroup group, Language language, String key, Map<String, ?> values) {
    return fill(pattern(group, language, key), values, language);
  }

  /** A text without placeholders. */
  public String text(PhraseGroup group, Language language, String key) {
    return pattern(group, language, key);
  }

  /** Whether the key exists, so that a caller may choose a more general one. */
  public boolean has(PhraseGroup group, String key) {
    return file(group, Language.ENGLISH.tag()).containsKey(key);
  }

  /** All keys of a group with their texts in the language. */
  public Map<String, String> all(PhraseGroup group, Language language) {
    return file(group, language.tag());
  }

  /** A span in words, rounded up to minutes: {@code 10 minutes}. */
  public String minutes(Language language, Duration span) {
    long count = Math.max(1, span.plusSeconds(59).toMinutes());
    String form = language.singular(count) ? "minutes.one" : "minutes.other";
    return text(PhraseGroup.SIGNIN, language, form, Map.of("count", count));
  }

  private Object worded(Object value, Language language) {
    return value instanceof Duration span
        ? text(
            PhraseGroup.SIGNIN,
            language,
            "minutes.after",
            Map.of("duration", minutes(language, span)))
        : value;
  }

  private String pattern(PhraseGroup group, Language language, String key) {
    if (group == PhraseGroup.SIGNIN && pageTexts.get(key) instanceof String text) {
      return text;
    }
    String own = file(group, language.tag()).get(key);
    return own != null ? own : file(group, Language.ENGLISH.tag()).getOrDefault(key, key);
  }

  private Map<String, String> file(PhraseGroup group, String tag) {
    return files.computeIfAbsent(group.folder() + '/' + tag, path -> PhraseFiles.read(group, tag));
  }

  private String fill(String pattern, Map<String, ?> values, Language language) {
    if (values.isEmpty() || pattern.indexOf('{') < 0) {
      return pattern;
    }
    StringBuilder out = new StringBuilder(pattern.length() + 32);
    int at = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
      int close = pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      @Nullable Object value = values.get(pattern.substring(open + 1, close));
      out.append(pattern, at, open)
          .append(value == null ? pattern.substring(open, close + 1) : worded(value, language));
      at = close + 1;
    }
    return out.append(pattern, at, pattern.length()).toString();
  }
}
