package io.gatehouse.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.credential.argon2.Argon2Text;
import io.gatehouse.testing.Fuzz;
import java.util.Objects;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Digests that administrators bring from other systems, almost right. */
class ImportedPasswordFuzzTest {
  private static final Fuzz ARGON2 =
      Fuzz.like(
          "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          "$argon2i$m=4096,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2g",
          "$argon2d$v=16$m=262144,t=16,p=99$c2FsdHNhbHQ$aGFzaGhhc2g");
  private static final Fuzz LEGACY =
      Fuzz.like(
          "[\"sha256\",[\"salt\",\"@\"],\"aabbcc\"]",
          "[\"rsa-sha512\",[\"@\",\"@\",\"pepper\"],\"AABB\"]",
          "[\"pbkdf2\",[\"hex:00ff\",\"9\",\"20\",\"sha512\",\"@\"],\"aabb\"]",
          "[\"firebase-scrypt\",[\"c2FsdA==\",\"a2V5\",\"Bw==\",\"1\",\"3\",\"@\"],\"aabb\"]");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void textsOfArgon2(@ForAll long number) {
    ARGON2.feed(
        number,
        text -> {
          Argon2Text read = Argon2Text.parse(text);
          if (read != null) {
            assertEquals(read.parameters(), parameters(read.toString()));
          }
        });
  }

  /** What is taken is also compared, but for what may cost seconds. */
  @Property(tries = Fuzz.DEAR_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void legacyDigests(@ForAll long number) {
    LEGACY.feed(
        number,
        text -> {
          PasswordHash.imported(HashMethod.LEGACY, text);
          LegacyDigest digest = LegacyDigest.parse(text);
          if (digest.function() instanceof LegacyFunction.Plain) {
            digest.matches("High-tide-71-sail");
          }
        });
  }

  private static Object parameters(String text) {
    return Objects.requireNonNull(Argon2Text.parse(text)).parameters();
  }
}
