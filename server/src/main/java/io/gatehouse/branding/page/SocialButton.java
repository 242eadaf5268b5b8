package io.gatehouse.branding.page;

import io.gatehouse.branding.page.context.Pictures;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One button <em>Continue with …</em>.
 *
 * @param connector the value the form sends
 * @param name the provider's name, as its connector translates it
 * @param logo an address, or better a {@code data:} address of {@link Pictures}: each address is a
 *     request
 */
public record SocialButton(
    String connector, String name, @Nullable String logo, @Nullable String darkLogo) {

  /** Stands in for a missing logo. */
  public String initials() {
    StringBuilder out = new StringBuilder();
    for (String word : name.trim().split("\\s+")) {
      if (out.length() < 2 && !word.isEmpty()) {
        out.appendCodePoint(word.codePointAt(0));
      }
    }
    return out.toString().toUpperCase(Locale.ROOT);
  }
}
