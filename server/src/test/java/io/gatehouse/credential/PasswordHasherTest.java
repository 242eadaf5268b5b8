package io.gatehouse.credential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.credential.argon2.Argon2.Parameters;
import io.gatehouse.credential.argon2.Argon2.Variant;
import io.gatehouse.credential.argon2.BouncyArgon2;
import io.gatehouse.credential.argon2.SodiumArgon2;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHasherTest {
  private static final PasswordHasher HASHER = new PasswordHasher(new SimpleMeterRegistry());
  private static final Verification CURRENT = new Verification(true, false);
  private static final Verification IMPORTED = new Verification(true, true);

  @AfterAll
  static void close() {
    HASHER.close();
  }

  @Test
  void aNewPasswordIsArgon2idAndVerifies() {
    PasswordHash hash = HASHER.hash("pässword 🔑");

    assertEquals(HashMethod.ARGON2ID, hash.method());
    assertTrue(hash.digest().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash.digest());
    assertTrue(hash.digest().length() <= 256);
    assertEquals(CURRENT, HASHER.verify(hash, "pässword 🔑"));
    assertEquals(Verification.WRONG, HASHER.verify(hash, "passwort 🔑"));
    assertNotEquals(hash.digest(), HASHER.hash("pässword 🔑").digest());
    assertFalse(hash.toString().contains("$"));
  }

  /**
   * Vectors of the reference implementation (its test.c), whose salt of 8 bytes libsodium refuses.
   */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Argon2id, \"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\", false",
        "Argon2id, \"$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc\", true",
        "Argon2i, \"$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA\", true",
        "Argon2i, \"$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ\", true"
      })
  void argon2OfTheReferenceImplementationVerifies(String method, String digest, boolean rehash) {
    PasswordHash hash = new PasswordHash(HashMethod.of(method), digest);
    assertEquals(new Verification(true, rehash), HASHER.verify(hash, "password"));
    assertEquals(Verification.WRONG, HASHER.verify(hash, "Password"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "SHA1, 5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8, password",
        "SHA256, 5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8, password",
        "MD5, 5f4dcc3b5aa765d61d8327deb882cf99, password",
        "Bcrypt, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW, U*U"
      })
  void otherMethodsVerifyAndAskForANewHash(String method, String digest, String password) {
    PasswordHash hash = PasswordHash.imported(HashMethod.of(method), digest);
    assertEquals(IMPORTED, HASHER.verify(hash, password));
    assertEquals(Verification.WRONG, HASHER.verify(hash, password + "x"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'[\"sha256\",[\"salt123\",\"@\"],\"c465f66c6ac481a7a17e9ed5b4e2e7e7288d892f12bf1c95c140901e9a70436e\"]', password123",
        "'[\"pbkdf2\",[\"salt\",\"1000\",\"20\",\"sha512\",\"@\"],\"0ecb3c32f57685303ff0878481d223bc1a16eb13\"]', password123",
        "'[\"pbkdf2\",[\"hex:00ff10\",\"600\",\"32\",\"SHA256\",\"@\"],\"6722b4f93197f8cfc25a45b6d054184f19c63548645de13528f0ac8147ae8326\"]', pässword",
        "'[\"RIPEMD160\",[\"x\",\"@\",\"y\"],\"c00647cc7c5ab02e6f6feb7af75faf1ceb4f88a6\"]', password123",
        "'[\"blake2b512\",[\"@\"],\"fbdba996cade3bae2d948c2f03f8149ffa7068584731ac6efbef1688e64609b6969a52dcc203b74aa87d6d9d1b0cd93bea724cddd12443f2b808bc03776b81cc\"]', password123",
        "'[\"firebase-scrypt\",[\"42xEC+ixf3L2lw==\",\"jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==\",\"Bw==\",\"8\",\"14\",\"@\"],\"lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==\"]', user1password"
      })
  void legacyDigestsVerify(String digest, String password) {
    PasswordHash hash = PasswordHash.imported(HashMethod.LEGACY, digest);
    assertEquals(IMPORTED, HASHER.verify(hash, password));
    assertEquals(Verification.WRONG, HASHER.verify(hash, password + "x"));
    assertEquals(Verification.WRONG, HASHER.verify(hash, ""));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "Argon2id, '$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'",
        "Argon2id, 'nonsense'",
        "Argon2id, '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$'",
        "Bcrypt, '$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'",
        "Bcrypt, ''",
        "SHA256, '5E884898DA28047151D0E56F8DC6292773603D0D6AABBDD62A11EF721D1542D8'",
        "Legacy, 'not json'"
      })
  void whatIsNoUsableDigestMatchesNothing(String method, String digest) {
    PasswordHash hash = new PasswordHash(HashMethod.of(method), digest);
    assertEquals(Verification.WRONG, HASHER.verify(hash, "password"));
  }

  @Test
  void anUnknownUserIsAWrongPassword() {
    assertEquals(Verification.WRONG, HASHER.verify(null, "password"));
  }

  @Test
  void libsodiumAndBouncyCastleAgree() {
    SodiumArgon2 sodium = Objects.requireNonNull(SodiumArgon2.load());
    BouncyArgon2 bouncy = new BouncyArgon2();
    byte[] salt = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] password = "pass".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (Parameters parameters :
        new Parameters[] {
          new Parameters(Variant.ID, 0x13, 19456, 2, 1),
          new Parameters(Variant.ID, 0x13, 64, 1, 1),
          new Parameters(Variant.I, 0x13, 8192, 8, 1)
        }) {
      assertTrue(sodium.supports(parameters, 16, 32));
      assertArrayEquals(
          bouncy.hash(parameters, password, salt, 32), sodium.hash(parameters, password, salt, 32));
      assertArrayEquals(
          bouncy.hash(parameters, new byte[0], salt, 32),
          sodium.hash(parameters, new byte[0], salt, 32));
    }
    assertFalse(sodium.supports(new Parameters(Variant.D, 0x13, 64, 1, 1), 16, 32));
    assertFalse(sodium.supports(new Parameters(Variant.ID, 0x13, 64, 1, 2), 16, 32));
    assertFalse(sodium.supports(new Parameters(Variant.ID, 0x10, 64, 1, 1), 16, 32));
    assertFalse(sodium.supports(new Parameters(Variant.I, 0x13, 64, 2, 1), 16, 32));
  }
}
