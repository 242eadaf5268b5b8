package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTest {
  @Test
  @Spec("RFC 6749 §3.3")
  void scopesKeepTheirOrderAndComeOnce() {
    assertEquals("b a c", Scopes.parse(" b  a b c ").toString());
    assertEquals(Scopes.NONE, Scopes.parse(null));
    assertEquals(Scopes.NONE, Scopes.parse("   "));
    assertTrue(Scopes.NONE.isEmpty());
    assertTrue(Scopes.parse("a").has("a"));
    assertFalse(Scopes.parse("a").has("A"), "case-sensitive");
    assertEquals("a a\f", Scopes.parse("a a\f a").toString(), "only spaces stand between them");
  }

  @Test
  void theyAreSets() {
    Scopes asked = Scopes.parse("a b c");
    assertEquals("b c", asked.and(List.of("c", "b", "b")).toString());
    assertEquals("a", asked.without(List.of("c", "b")).toString());
    assertEquals("a b c d", asked.plus(Scopes.parse("d a")).toString());
    assertTrue(asked.contains(Scopes.parse("c a")));
    assertFalse(asked.contains(Scopes.parse("c d")));
    assertThrows(UnsupportedOperationException.class, () -> asked.values().add("d"));
  }
}
