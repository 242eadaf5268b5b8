package io.gatehouse.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InteractionCookieTest {
  private static final InteractionCookie NONE = new InteractionCookie(Map.of());

  @Test
  void twoApplicationsSignInAtOnceAndTheLatestIsMeantWhenNoneIsNamed() {
    InteractionCookie cookie = NONE.with("one", "i1").with("two", "i2");
    InteractionCookie read = InteractionCookie.parse(cookie.value());
    assertEquals("i1", read.interaction("one"));
    assertEquals("i2", read.interaction("two"));
    assertEquals("i2", read.interaction(null));
    assertEquals("i2", read.interaction(""));
    assertNull(read.interaction("three"));
    assertEquals("i3", read.with("one", "i3").interaction("one"));
  }

  @Test
  void theOldestFallsOutWhenThereAreTooMany() {
    InteractionCookie cookie = NONE;
    for (int i = 0; i < 12; i++) {
      cookie = cookie.with("app" + i, "i" + i);
    }
    assertEquals(10, cookie.interactions().size(), "the latest's second name included");
    assertNull(cookie.interaction("app0"));
    assertEquals("i11", cookie.interaction("app11"));
    InteractionCookie crowded = NONE;
    for (int i = 0; i < 9; i++) {
      crowded = crowded.with("a".repeat(500) + i, "i" + i);
    }
    assertTrue(crowded.value().length() <= 3_200, "it fits into a cookie");
    assertFalse(crowded.interactions().isEmpty());
  }

  @Test
  void whatCannotBeReadCountsAsNone() {
    for (String value :
        new String[] {"", "%", "not json", "%5B1%5D", "null", "%7B%22a%22%3A", "x".repeat(7_000)}) {
      assertTrue(InteractionCookie.parse(value).interactions().isEmpty(), value);
    }
    assertTrue(InteractionCookie.parse(null).interactions().isEmpty());
    assertEquals(Map.of("a", "b"), InteractionCookie.parse("{\"a\":\"b\",\"c\":1}").interactions());
  }
}
