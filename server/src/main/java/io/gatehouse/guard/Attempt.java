package io.gatehouse.guard;

import io.gatehouse.platform.crypto.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tries to prove who they are.
 *
 * @param pool which failures count together
 * @param kind what the target is, for those who are told of a lockout: {@code username}, {@code
 *     email}, {@code phone}…
 * @param target the identifier exactly as it was entered, or the user's id for second factors
 * @param ip where the attempt comes from, when that is known
 */
public record Attempt(Pool pool, String kind, String target, @Nullable String ip) {

  /** Failures of one pool count together: passwords, codes and one-time tokens share the first. */
  public enum Pool {
    FIRST_FACTOR("first_factor"),
    TOTP("totp"),
    WEB_AUTHN("web_authn"),
    BACKUP_CODE("backup_code"),
    USER_CODE("user_code");

    private final String label;

    Pool(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  String targetHash() {
    return Digests.sha256Hex(target);
  }

  /** Without the identifier, which may be a mistyped password. */
  @Override
  public String toString() {
    return pool + " attempt on a " + kind;
  }
}
