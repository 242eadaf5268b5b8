package io.gatehouse.user.administration;

import io.gatehouse.platform.http.Query;
import io.gatehouse.testing.Fuzz;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Which people are wanted, asked for almost right. */
class UserFilterFuzzTest {
  private static final Fuzz QUERIES =
      Fuzz.like(
          "search.primaryPhone=%2549%25&mode.primaryPhone=posix&search=a&isCaseSensitive=1&joint=and",
          "excludeRoleId=a&roleId=b&isSuspended=true&createdFrom=1700000000000&createdUntil=2026-01-01T00:00:00Z",
          "lastSignInFrom=0&lastSignInUntil=9999-12-31T23:59:59Z&excludeOrganizationId=o");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void filters(@ForAll long number) {
    QUERIES.feed(number, text -> UserFilterReader.read(Query.parse(text)));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void phoneNumbers(@ForAll long number) {
    Fuzz.like("4915112345678", "15551234567", "0044 20 7946 0018", "86138001380001")
        .feed(number, PhoneNumbers::canonical);
  }
}
