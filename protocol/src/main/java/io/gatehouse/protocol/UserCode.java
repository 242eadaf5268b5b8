package io.gatehouse.protocol;

import java.util.Locale;
import java.util.Optional;

/**
 * What a person reads on a device and types into a browser: eight consonants, so that no two look
 * or sound alike and no word comes of them.
 *
 * <p>Source: [RFC 8628 §6.1](https://www.rfc-editor.org/rfc/rfc8628#section-6.1)
 */
public record UserCode(String letters) {
  /** What a code is made of. */
  public static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

  /** How many letters; 20⁸ codes, of which ten minutes' worth are alive. */
  public static final int LENGTH = 8;

  private static final int LONGEST = 64;

  /**
   * The code that somebody typed. "the server should … strip out all characters … not in the chosen
   * character set".
   */
  public static Optional<UserCode> parse(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^" + ALPHABET + "]", "");
    return letters.length() == LENGTH ? Optional.of(new UserCode(letters)) : Optional.empty();
  }

  /** As it is shown: {@code WDJB-MJHT}. */
  @Override
  public String toString() {
    return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
  }
}
