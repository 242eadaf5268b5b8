package io.gatehouse.platform.crypto;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;

/** Reads key sets that somebody else has written. */
public final class JwkSets {
  private JwkSets() {}

  /**
   * Parses a JSON Web Key Set.
   *
   * @throws ParseException whatever is wrong with it: the library ends some texts, such as {@code
   *     null} and a key that is null, with an unchecked exception
   */
  public static JWKSet parse(String text) throws ParseException {
    try {
      return JWKSet.parse(text);
    } catch (RuntimeException e) {
      ParseException none = new ParseException("not a JSON Web Key Set", 0);
      none.initCause(e);
      throw none;
    }
  }
}
