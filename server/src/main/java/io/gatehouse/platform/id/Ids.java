package io.gatehouse.platform.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes the identifiers and secrets of the product: text from a fixed alphabet, from a secure
 * source.
 */
public final class Ids {
  private static final String DIGITS = "0123456789";
  private static final String LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String MIXED =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String URL_SAFE = MIXED + "_-";
  private static final SecureRandom SECURE = new SecureRandom();

  private Ids() {}

  /** Users, organizations, connectors: 12 characters of {@code 0-9a-z}. */
  public static String shortId() {
    return text(LOWER, 12);
  }

  /** Every other noun: 21 characters of {@code 0-9a-z} (108 bits). */
  public static String standardId() {
    return text(LOWER, 21);
  }

  /**
   * For rows that are written in great numbers: like {@link #standardId}, but begins with the time,
   * so that an index grows at its end. 12 of the 21 characters are random (62 bits).
   */
  public static String timedId(Instant time) {
    String milliseconds = Long.toString(time.toEpochMilli(), LOWER.length());
    return "0".repeat(9 - milliseconds.length()) + milliseconds + text(LOWER, 12);
  }

  /** A secret of the given length over {@code 0-9A-Za-z}. */
  public static String secret(int length) {
    return text(MIXED, length);
  }

  /** An opaque token, code or session id: 43 URL-safe characters (258 bits). */
  public static String token() {
    return text(URL_SAFE, 43);
  }

  /** A code for a person to type: decimal digits. */
  public static String digits(int length) {
    return text(DIGITS, length);
  }

  /** Names a request in logs and in the answer: 16 characters. Not a secret. */
  public static String requestId() {
    return text(URL_SAFE, 16);
  }

  /** A code for a person to type, of these letters. */
  public static String letters(String alphabet, int length) {
    return text(alphabet, length);
  }

  /** Random bytes: a salt, a nonce, a key. */
  public static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    SECURE.nextBytes(bytes);
    return bytes;
  }

  private static String text(String alphabet, int length) {
    return text(SECURE, alphabet, length);
  }

  /** Draws bytes in bulk and drops those that would favour some characters. */
  static String text(RandomGenerator random, String alphabet, int length) {
    int mask = (Integer.highestOneBit(alphabet.length() - 1) << 1) - 1;
    char[] out = new char[length];
    byte[] pool = new byte[length + length / 2 + 8];
    int filled = 0;
    while (filled < length) {
      random.nextBytes(pool);
      for (int i = 0; i < pool.length && filled < length; i++) {
        int index = pool[i] & mask;
        if (index < alphabet.length()) {
          out[filled++] = alphabet.charAt(index);
        }
      }
    }
    return new String(out);
  }
}
