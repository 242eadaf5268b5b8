package io.gatehouse.connectors.carrier;

/**
 * The letters that a text message holds 160 of; with any other letter in it, it holds 70.
 *
 * <p>[3GPP TS 23.038 §6.2.1](https://www.3gpp.org/dynareport/23038.htm)
 */
public final class GsmAlphabet {
  private static final String LETTERS =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
          + "^{}\\[~]|€\f";

  private GsmAlphabet() {}

  /** Whether all letters of a text are in it. */
  public static boolean covers(String text) {
    return text.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
  }
}
