package io.gatehouse.platform.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Moments in messages. */
class SamlTimesTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void momentsAreWrittenInUtc() throws SamlException {
    assertEquals("2026-05-01T12:00:00.000Z", SamlTimes.write(NOON.plusNanos(999)));
    assertEquals(NOON, SamlTimes.parse("2026-05-01T12:00:00Z"));
    assertEquals(NOON, SamlTimes.parse("2026-05-01T14:00:00.000+02:00"));
    for (String none :
        new String[] {"", "now", "2026-05-01", "2026-05-01T12:00:00", "9".repeat(99)}) {
      assertThrows(SamlException.class, () -> SamlTimes.parse(none));
    }
  }

  @Test
  void clocksMayDifferALittle() {
    Instant later = NOON.plusSeconds(120);
    assertTrue(SamlTimes.within(later, null, NOON, SamlTimes.SKEW));
    assertTrue(SamlTimes.within(null, NOON, later, SamlTimes.SKEW));
    assertFalse(SamlTimes.within(NOON.plusSeconds(181), null, NOON, SamlTimes.SKEW));
    assertFalse(SamlTimes.within(null, NOON, NOON.plusSeconds(180), SamlTimes.SKEW));
    assertTrue(SamlTimes.within(null, null, NOON, SamlTimes.SKEW));
  }
}
