package io.gatehouse.user.mfa;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.Fuzz;
import java.time.Instant;
import java.util.Collections;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Codes that people type, and secrets that administrators bring, almost right. */
class CodeFuzzTest {
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final Instant FIRST = Instant.ofEpochSecond(59);

  /** RFC 6238 Appendix B: at that time the code is 287082. */
  private static final Fuzz CODES = Fuzz.like("287082", " 287082 ", "２８７０８２", "000000");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void codes(@ForAll long number) {
    CODES.feed(
        number,
        text -> {
          if (TotpCode.step(SECRET, text, FIRST).isPresent()) {
            assertTrue(text.strip().matches("[0-9]{6}"), text);
          }
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void secretsAndBackupCodes(@ForAll long number) {
    Fuzz.like(SECRET, "GEZDGNBVGY3TQOJQ====", "0123456789", "abcdef0123")
        .feed(
            number,
            text -> {
              if (TotpSecret.isValid(text)) {
                TotpCode.step(text, "287082", FIRST);
              }
              assertFalse(BackupCodes.areValid(Collections.nCopies(11, text)));
              BackupCodes.areValid(Collections.nCopies(10, text));
            });
  }
}
