package io.gatehouse.branding.logo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A picture.
 *
 * @param content its bytes, one a character
 */
record Logo(String mediaType, String content) {
  byte[] bytes() {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The first letter of a name, where there is no picture. */
  static Logo monogram(String name) {
    int letter = name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('\u2022');
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">\
        <rect width="64" height="64" rx="14" fill="#6b7280"/>\
        <text x="32" y="33" fill="#fff" font-family="system-ui,sans-serif" font-size="30" font-weight="600" \
        text-anchor="middle" dominant-baseline="central">%s</text></svg>
        """
            .formatted(Character.toString(letter).toUpperCase(Locale.ROOT));
    return new Logo(
        "image/svg+xml",
        new String(svg.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
