package io.gatehouse.user.mfa;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code that an authenticator app shows: six digits, another every thirty seconds.
 *
 * <p>Sources: [RFC 6238 §4](https://www.rfc-editor.org/rfc/rfc6238#section-4), [RFC 4226
 * §5](https://www.rfc-editor.org/rfc/rfc4226#section-5)
 */
public final class TotpCode {
  private static final Duration STEP = Duration.ofSeconds(30);

  /** Steps before and after the present one that count, as clocks differ [RFC 6238 §5.2]. */
  private static final int LEEWAY = 1;

  private static final HmacOneTimePasswordGenerator GENERATOR = new HmacOneTimePasswordGenerator();

  private TotpCode() {}

  /** The time step that the code belongs to; empty when it is none of now. */
  public static OptionalLong step(String secret, String code, Instant now) {
    SecretKeySpec key = new SecretKeySpec(TotpSecret.bytes(secret), GENERATOR.getAlgorithm());
    byte[] typed = code.strip().getBytes(StandardCharsets.UTF_8);
    long present = now.getEpochSecond() / STEP.toSeconds();
    OptionalLong found = OptionalLong.empty();
    for (long step = present - LEEWAY; step <= present + LEEWAY; step++) {
      if (MessageDigest.isEqual(at(key, step).getBytes(StandardCharsets.UTF_8), typed)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static String at(SecretKeySpec key, long step) {
    try {
      return GENERATOR.generateOneTimePasswordString(key, step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the secret of an authenticator app is no key", e);
    }
  }
}
