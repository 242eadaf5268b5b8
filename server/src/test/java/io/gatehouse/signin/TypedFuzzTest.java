package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.testing.Fuzz;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What people type to say who they are, almost right. */
class TypedFuzzTest {
  private static final Fuzz IDENTIFIERS =
      Fuzz.like(
          "mira",
          "Ann.Lee+x@mail.example.org",
          "anna@bücher.example",
          "+49 (0)151 1234-5678",
          "15551234567",
          "00 44 20 7946 0018");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void identifiers(@ForAll long number) {
    IDENTIFIERS.feed(
        number,
        text -> {
          Identifier read = Typed.read(text, List.of(IdentifierType.values()));
          if (read != null) {
            String key = UserKeys.of(read, false);
            assertEquals(
                key, UserKeys.of(new Identifier(read.type(), key), false), "a key is its own key");
          }
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void statesOfTrips(@ForAll long number) {
    Fuzz.like(TripState.of("web"), TripState.of("é"))
        .feed(
            number,
            text -> {
              String application = TripState.application(text);
              assertTrue(application == null || text.indexOf('.') >= 0);
            });
  }
}
