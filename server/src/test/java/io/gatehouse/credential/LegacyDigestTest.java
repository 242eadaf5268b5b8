package io.gatehouse.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatehouse.platform.error.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyDigestTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "[]",
        "[\"sha256\",[\"@\"]]",
        "[\"sha256\",\"@\",\"aa\"]",
        "[\"sha256\",[\"salt\"],\"aa\"]",
        "[\"sha256\",[1,\"@\"],\"aa\"]",
        "[1,[\"@\"],\"aa\"]",
        "[\"pbkdf2\",[\"salt\",\"1000\",\"@\"],\"aa\"]",
        "[\"pbkdf2\",[\"salt\",\"many\",\"20\",\"sha512\",\"@\"],\"aa\"]",
        "[\"pbkdf2\",[\"hex:abc\",\"1000\",\"20\",\"sha512\",\"@\"],\"aa\"]",
        "[\"pbkdf2\",[\"hex:zz\",\"1000\",\"20\",\"sha512\",\"@\"],\"aa\"]",
        "[\"pbkdf2\",[\"salt\",\"10000001\",\"20\",\"sha512\",\"@\"],\"aa\"]",
        "[\"pbkdf2\",[\"salt\",\"1000000\",\"1024\",\"sha512\",\"@\"],\"aa\"]",
        "[\"firebase-scrypt\",[\"@\"],\"aa\"]"
      })
  void aBadShapeIsRefusedAtImport(String digest) {
    assertEquals("password.invalid_legacy_password_format", refusal(digest).code().code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"rot13\",[\"@\"],\"aa\"]",
        "[\"pbkdf2\",[\"salt\",\"1000\",\"20\",\"rot13\",\"@\"],\"aa\"]"
      })
  void anUnknownAlgorithmIsRefusedAtImport(String digest) {
    assertEquals("password.unsupported_legacy_hash_algorithm", refusal(digest).code().code());
  }

  @Test
  void aMissingDigestIsRefusedAtImport() {
    assertEquals("password.unsupported_encryption_method", refusal("").code().code());
  }

  private static RequestException refusal(String digest) {
    return assertThrows(
        RequestException.class, () -> PasswordHash.imported(HashMethod.LEGACY, digest));
  }
}
