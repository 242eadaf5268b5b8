package io.gatehouse.user.mfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodeTest {
  /** "12345678901234567890", the secret of the specification's table. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @ParameterizedTest
  @Spec("RFC 6238 §4.2")
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheSpecification(long second, String code) {
    Instant now = Instant.ofEpochSecond(second);
    assertEquals(OptionalLong.of(second / 30), TotpCode.step(SECRET, code, now));
    assertEquals(OptionalLong.of(second / 30), TotpCode.step(SECRET, " " + code + " ", now));
  }

  @Test
  @Spec("RFC 6238 §5.2")
  void oneStepBeforeAndOneAfterCount() {
    Instant shown = Instant.ofEpochSecond(1_111_111_111);
    for (long apart : new long[] {-30, 0, 30}) {
      assertTrue(TotpCode.step(SECRET, "050471", shown.plusSeconds(apart)).isPresent());
    }
    for (long apart : new long[] {-60, 60}) {
      assertTrue(TotpCode.step(SECRET, "050471", shown.plusSeconds(apart)).isEmpty());
    }
  }

  @Test
  void whatIsNoCodeIsNone() {
    Instant now = Instant.ofEpochSecond(59);
    for (String wrong : new String[] {"", "28708", "2870820", "287083", "abcdef", "٢٨٧٠٨٢"}) {
      assertTrue(TotpCode.step(SECRET, wrong, now).isEmpty(), wrong);
    }
  }
}
