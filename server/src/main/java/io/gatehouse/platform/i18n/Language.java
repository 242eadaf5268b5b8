package io.gatehouse.platform.i18n;

import java.util.Locale;
import java.util.Set;

/** A language the product speaks: its BCP 47 tag and the name its speakers give it. */
public record Language(String tag, String name) {
  /** The language every phrase exists in. */
  public static final Language ENGLISH = new Language("en", "English");

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "fa", "he", "iw", "ur", "ps", "ckb");

  /** The primary subtag: {@code pt} of {@code pt-BR}. */
  public String base() {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }

  /** The value of HTML's {@code dir}. */
  public String direction() {
    return RIGHT_TO_LEFT.contains(base()) ? "rtl" : "ltr";
  }

  /** Whether a count takes the singular form in this language. */
  boolean singular(long count) {
    return switch (base()) {
      case "fr" -> count == 0 || count == 1;
      case "zh", "ja", "ko", "th" -> false;
      default -> count == 1;
    };
  }
}
