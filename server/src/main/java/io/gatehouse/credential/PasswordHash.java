package io.gatehouse.credential;

import java.util.Map;

/** A password as it is stored: the method, and the digest in that method's form. */
public record PasswordHash(HashMethod method, String digest) {

  /**
   * Takes a digest that an administrator brings from another system. Only a legacy digest has a
   * form to check here; any other is stored as it came, and simply matches nothing when it is no
   * digest of its method.
   */
  public static PasswordHash imported(HashMethod method, String digest) {
    if (method == HashMethod.LEGACY) {
      if (digest.isEmpty()) {
        throw CredentialError.UNSUPPORTED_METHOD.exception(Map.of("name", method.label()));
      }
      LegacyDigest.parse(digest);
    }
    return new PasswordHash(method, digest);
  }

  /** Without the digest, which must not reach a log. */
  @Override
  public String toString() {
    return method.label() + " hash";
  }
}
