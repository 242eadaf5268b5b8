package io.gatehouse.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IsoTimeTest {
  @Test
  void aTimeHasThreeDigitsOfTheSecond() {
    assertEquals("2026-03-01T08:15:30.000Z", IsoTime.of(Instant.parse("2026-03-01T08:15:30Z")));
    assertEquals(
        "2026-03-01T08:15:30.120Z", IsoTime.of(Instant.parse("2026-03-01T08:15:30.120999Z")));
  }
}
