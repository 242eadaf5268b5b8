package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digests of codes, tokens and session ids, which are stored as nothing else. They hold over 128
 * bits of randomness, so a plain hash is enough; passwords are another matter.
 */
public final class Digests {
  private Digests() {}

  /** SHA-256 of a token: 32 bytes. */
  public static byte[] sha256(String token) {
    return sha256(token.getBytes(UTF_8));
  }

  /** SHA-256 of bytes. */
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /** SHA-256 of a text as 64 lower-case hexadecimal digits. */
  public static String sha256Hex(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  /**
   * Whether a presented token is the one whose digest is stored; takes the same time whatever the
   * answer.
   */
  public static boolean matches(byte[] stored, String presented) {
    return MessageDigest.isEqual(stored, sha256(presented));
  }

  /** Whether two secrets are equal, in a time that tells nothing about where they differ. */
  public static boolean equal(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
