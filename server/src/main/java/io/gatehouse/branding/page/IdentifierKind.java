package io.gatehouse.branding.page;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person may be known by on a sign-in page; the order is that of labels. */
public enum IdentifierKind {
  EMAIL,
  PHONE,
  USERNAME;

  /** The word in phrase keys and paths. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The phrase for a field that takes these kinds. */
  static String phrase(Set<IdentifierKind> kinds) {
    return "identifier."
        + Stream.of(values())
            .filter(kinds::contains)
            .map(IdentifierKind::word)
            .collect(Collectors.joining("_"));
  }

  /** The keyboard a phone shows for these kinds. */
  static String inputMode(Set<IdentifierKind> kinds) {
    return kinds.equals(Set.of(PHONE)) ? "tel" : kinds.contains(EMAIL) ? "email" : "text";
  }
}
