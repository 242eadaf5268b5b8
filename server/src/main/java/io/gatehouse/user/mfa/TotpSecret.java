package io.gatehouse.user.mfa;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.user.User;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secret that an authenticator app shares with the server, in the base32 of its QR code.
 *
 * <p>Sources: [RFC 4648 §6](https://www.rfc-editor.org/rfc/rfc4648#section-6), [RFC 4226
 * §4](https://www.rfc-editor.org/rfc/rfc4226#section-4)
 */
final class TotpSecret {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  /** "The length of the shared secret … This document RECOMMENDs … 160 bits" [RFC 4226 §4]. */
  private static final int BYTES = 20;

  private static final String NAMELESS = "Unnamed User";
  private static final int SHORTEST = 16;
  private static final int LONGEST = 32;
  private static final Pattern BASE32 =
      Pattern.compile(
          "(?:[A-Z2-7]{8})*(?:[A-Z2-7]{2}={6}|[A-Z2-7]{4}={4}|[A-Z2-7]{5}={3}|[A-Z2-7]{7}=)?");

  private TotpSecret() {}

  static String fresh() {
    byte[] bytes = Ids.bytes(BYTES);
    StringBuilder text = new StringBuilder(BYTES * 8 / BITS);
    int buffer = 0;
    int held = 0;
    for (byte each : bytes) {
      buffer = (buffer << 8) | (each & 0xff);
      held += 8;
      while (held >= BITS) {
        held -= BITS;
        text.append(ALPHABET.charAt((buffer >> held) & 31));
      }
    }
    return text.toString();
  }

  /** The secret without its base32. */
  static byte[] bytes(String secret) {
    ByteBuffer bytes = ByteBuffer.allocate(secret.length() * BITS / 8);
    int buffer = 0;
    int held = 0;
    for (int i = 0; i < secret.length() && secret.charAt(i) != '='; i++) {
      buffer = (buffer << BITS) | ALPHABET.indexOf(secret.charAt(i));
      held += BITS;
      if (held >= 8) {
        held -= 8;
        bytes.put((byte) (buffer >> held));
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  static boolean isValid(String secret) {
    return secret.length() >= SHORTEST
        && secret.length() <= LONGEST
        && BASE32.matcher(secret).matches();
  }

  /**
   * What the QR code says: [Key URI
   * Format](https://github.com/google/google-authenticator/wiki/Key-Uri-Format).
   */
  static String uri(String secret, String issuer, User owner) {
    String label = label(owner);
    return "otpauth://totp/%s:%s?secret=%s&period=30&digits=6&algorithm=SHA1&issuer=%s"
        .formatted(encode(issuer), encode(label), secret, encode(issuer));
  }

  /** What the app shows beside the code. */
  private static String label(User owner) {
    return Stream.of(owner.name(), owner.username(), owner.primaryEmail(), owner.primaryPhone())
        .filter(text -> text != null && !text.isEmpty())
        .findFirst()
        .orElse(NAMELESS);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
