package io.gatehouse.credential.argon2;

import io.gatehouse.credential.argon2.Argon2.Parameters;
import io.gatehouse.credential.argon2.Argon2.Variant;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Argon2 hash as text: {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}.
 *
 * <p>Source: <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC
 * string format</a>
 */
public record Argon2Text(Parameters parameters, byte[] salt, byte[] hash) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2(id|i|d)(?:\\$v=(16|19))?\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final int MOST_MEMORY = 256 * 1024;
  private static final int MOST_WORK = 4 * 1024 * 1024;

  /**
   * Reads it, or answers null for what is no Argon2 hash, or one whose cost would harm the server
   * (over 256 MiB, or over 4 GiB in all passes).
   */
  public static @Nullable Argon2Text parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    Variant variant =
        switch (form.group(1)) {
          case "id" -> Variant.ID;
          case "i" -> Variant.I;
          default -> Variant.D;
        };
    // A hash without a version is of 0x10, the first one.
    int version = "19".equals(form.group(2)) ? 0x13 : 0x10;
    int memory = Integer.parseInt(form.group(3));
    int passes = Integer.parseInt(form.group(4));
    int lanes = Integer.parseInt(form.group(5));
    if (passes < 1
        || lanes < 1
        || memory < 8 * lanes
        || memory > MOST_MEMORY
        || memory * passes > MOST_WORK) {
      return null;
    }
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      byte[] hash = base64.decode(form.group(7));
      return hash.length < 4
          ? null
          : new Argon2Text(
              new Parameters(variant, version, memory, passes, lanes),
              base64.decode(form.group(6)),
              hash);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2%s$v=%d$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            parameters.variant().name().toLowerCase(Locale.ROOT),
            parameters.version(),
            parameters.memory(),
            parameters.passes(),
            parameters.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }
}
