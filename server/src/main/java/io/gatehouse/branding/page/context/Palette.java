package io.gatehouse.branding.page.context;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Derives what must be readable from a tenant's brand colour: the text on it, and the colour of
 * links, at WCAG's 4.5:1.
 *
 * <p>Sources: [WCAG 2.2 §1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum).
 */
public final class Palette {
  private static final double READABLE = 4.5;
  private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
  // The least favourable ground of each theme on which links stand: tokens.css's sunken, and
  // surface.
  private static final Color LIGHT_GROUND = new Color(0xEF, 0xEC, 0xE5);
  private static final Color DARK_GROUND = new Color(0x1B, 0x1E, 0x1A);
  private static final Color WHITE = new Color(255, 255, 255);
  private static final Color BLACK = new Color(0, 0, 0);
  private static final Color DARK_INK = new Color(0x0E, 0x1F, 0x19);

  private Palette() {}

  /** The rules that give the page the tenant's colours; nothing for Gatehouse's own. */
  public static String rules(Brand.Colors colors) {
    if (colors.equals(Brand.Colors.GATEHOUSE)) {
      return "";
    }
    String light = ":root{" + variables(colors.light(), LIGHT_GROUND, BLACK, "#1F5C4A") + "}";
    String dark = colors.dark();
    return dark == null
        ? light
        : light
            + "@media(prefers-color-scheme:dark){:root{"
            + variables(dark, DARK_GROUND, WHITE, "#7CC7AA")
            + "}}";
  }

  private static String variables(String hex, Color ground, Color toward, String fallback) {
    Color brand = Color.parse(HEX.matcher(hex).matches() ? hex : fallback);
    return "--gh-brand:%s;--gh-on-brand:%s;--gh-link:%s"
        .formatted(brand.hex(), on(brand).hex(), readable(brand, ground, toward).hex());
  }

  /** White where it reads well enough, else whichever ink reads better. */
  static Color on(Color brand) {
    double white = brand.contrast(WHITE);
    return white >= READABLE || white >= brand.contrast(DARK_INK) ? WHITE : DARK_INK;
  }

  /** The colour itself, or as little darker (lighter, on dark pages) as makes it readable. */
  static Color readable(Color color, Color ground, Color toward) {
    Color found = color;
    for (int step = 1; step <= 50 && found.contrast(ground) < READABLE; step++) {
      found = color.mix(toward, step / 50.0);
    }
    return found;
  }

  record Color(int red, int green, int blue) {
    static Color parse(@Nullable String hex) {
      String digits = hex == null ? "000" : hex.substring(1);
      if (digits.length() == 3) {
        digits = digits.replaceAll("(.)", "$1$1");
      }
      int rgb = Integer.parseInt(digits, 16);
      return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    String hex() {
      return String.format(Locale.ROOT, "#%02X%02X%02X", red, green, blue);
    }

    Color mix(Color other, double share) {
      return new Color(
          part(red, other.red, share),
          part(green, other.green, share),
          part(blue, other.blue, share));
    }

    double contrast(Color other) {
      double one = luminance();
      double two = other.luminance();
      return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
      double value = channel / 255.0;
      return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int part(int one, int two, double share) {
      return (int) Math.round(one + (two - one) * share);
    }
  }
}
