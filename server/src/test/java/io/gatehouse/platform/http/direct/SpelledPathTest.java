package io.gatehouse.platform.http.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which paths a template spells out. */
class SpelledPathTest {

  @Test
  void aPathWithoutPartsIsItself() {
    assertEquals(List.of(new SpelledPath("/consent", Map.of())), SpelledPath.of("/consent"));
  }

  @Test
  void everyChoiceIsAPathAndKnowsItsWords() {
    assertEquals(
        List.of(
            new SpelledPath("/sign-in/code/a", Map.of("flow", "sign-in", "one", "a")),
            new SpelledPath("/sign-in/code/b", Map.of("flow", "sign-in", "one", "b")),
            new SpelledPath("/register/new/code/a", Map.of("flow", "register/new", "one", "a")),
            new SpelledPath("/register/new/code/b", Map.of("flow", "register/new", "one", "b"))),
        SpelledPath.of("/{flow:sign-in|register/new}/code/{one:a|b}"));
  }

  @Test
  void aPartThatMayBeAnythingSpellsNone() {
    assertEquals(List.of(), SpelledPath.of("/callback/{connectorId}"));
    assertEquals(List.of(), SpelledPath.of("/{flow:a|b}/{id:[a-z]+}"));
  }
}
