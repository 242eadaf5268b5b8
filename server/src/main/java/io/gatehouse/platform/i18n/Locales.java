package io.gatehouse.platform.i18n;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the language of an answer among those the product speaks. */
@Singleton
public final class Locales {
  private static final int LONGEST_WISH = 1000;

  /** Traditional Chinese where the tag names the script, or a region that writes it. */
  private static final Map<String, String> TRADITIONAL =
      Map.of("zh-hant", "zh-TW", "zh-hant-hk", "zh-HK", "zh-hant-mo", "zh-HK", "zh-mo", "zh-HK");

  private final List<Language> supported;

  public Locales() {
    this(PhraseFiles.languages());
  }

  Locales(List<Language> supported) {
    this.supported = List.copyOf(supported);
  }

  /** All languages, English first, in the order in which people are offered them. */
  public List<Language> supported() {
    return supported;
  }

  /** These languages and, behind them, others that are not among them. */
  public Locales with(List<Language> more) {
    List<Language> added =
        more.stream()
            .filter(one -> supported.stream().noneMatch(each -> each.tag().equals(one.tag())))
            .toList();
    return added.isEmpty()
        ? this
        : new Locales(Stream.concat(supported.stream(), added.stream()).toList());
  }

  /** The language for a request; English when nothing it asks for is spoken here. */
  public Language choose(LanguageWish wish) {
    return Stream.of(
            spaced(wish.uiLocales()),
            spaced(wish.chosen()),
            weighted(wish.acceptLanguage()),
            spaced(wish.fallback()))
        .flatMap(List::stream)
        .map(this::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Language.ENGLISH);
  }

  /**
   * The supported language for one tag: itself, a shorter form of it, or a sibling of the same
   * base.
   */
  public Optional<Language> find(String tag) {
    // RFC 4647 §3.4: "the language range is progressively truncated from the end until a matching
    // language tag is located"
    for (String range = tag.trim(); !range.isEmpty(); range = truncated(range)) {
      Optional<Language> exact = named(range);
      if (exact.isPresent()) {
        return exact;
      }
    }
    String base = new Language(tag.trim(), "").base();
    return supported.stream().filter(language -> language.base().equals(base)).findFirst();
  }

  private Optional<Language> named(String tag) {
    String wanted = TRADITIONAL.getOrDefault(tag.toLowerCase(Locale.ROOT), tag);
    return supported.stream()
        .filter(language -> language.tag().equalsIgnoreCase(wanted))
        .findFirst();
  }

  private static String truncated(String range) {
    int dash = range.lastIndexOf('-');
    if (dash < 0) {
      return "";
    }
    String shorter = range.substring(0, dash);
    // "If the subtag … preceding … is a single letter or digit, it is removed as well"
    return shorter.length() > 2 && shorter.charAt(shorter.length() - 2) == '-'
        ? shorter.substring(0, shorter.length() - 2)
        : shorter;
  }

  private static List<String> spaced(@Nullable String tags) {
    return tags == null || tags.length() > LONGEST_WISH
        ? List.of()
        : List.of(tags.trim().split("\\s+"));
  }

  private static List<String> weighted(@Nullable String header) {
    if (header == null || header.length() > LONGEST_WISH) {
      return List.of();
    }
    List<Weighted> ranges = new ArrayList<>();
    for (String part : header.split(",")) {
      Weighted range = Weighted.parse(part);
      if (range.quality() > 0 && !range.tag().equals("*")) {
        ranges.add(range);
      }
    }
    ranges.sort(Comparator.comparingDouble((Weighted range) -> -range.quality()));
    return ranges.stream().map(Weighted::tag).toList();
  }

  private record Weighted(String tag, double quality) {
    static Weighted parse(String part) {
      int semicolon = part.indexOf(';');
      if (semicolon < 0) {
        return new Weighted(part.trim(), 1);
      }
      String parameter = part.substring(semicolon + 1).trim().toLowerCase(Locale.ROOT);
      return new Weighted(part.substring(0, semicolon).trim(), quality(parameter));
    }

    // RFC 9110 §12.4.2: a weight is 0 to 1 with at most three digits
    private static double quality(String parameter) {
      return parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
          ? Double.parseDouble(parameter.substring(2))
          : 0;
    }
  }
}
