package io.gatehouse.user.administration;

import io.gatehouse.platform.list.Search;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which people a list shows: those whom the search finds and whom all of the filters let through.
 */
record UserFilter(Search search, Map<Name, String> filters) {
  /**
   * How far people are counted whom filters let through and nobody searches: a page more is what
   * the answer says then. A role or an organization alone is counted whole, and so is a search.
   */
  static final long COUNTED = 2_000;

  /** The fields that a search can name, and their columns. */
  static final Map<String, String> SEARCHABLE =
      Map.of(
          "id", "id",
          "primaryEmail", "primary_email",
          "primaryPhone", "primary_phone",
          "username", "username",
          "name", "name");

  /** What can be asked of a person besides the search; the database knows it by its name there. */
  enum Name {
    WITHOUT_ROLE("withoutRole"),
    WITHOUT_ORGANIZATION("withoutOrganization"),
    ROLE("role"),
    SUSPENDED("suspended"),
    CREATED_FROM("createdFrom"),
    CREATED_UNTIL("createdUntil"),
    SIGNED_IN_FROM("signedInFrom"),
    SIGNED_IN_UNTIL("signedInUntil");

    private final String column;

    Name(String column) {
      this.column = column;
    }

    String inDatabase() {
      return column;
    }
  }

  private static final Set<Name> COUNTED_WHOLE =
      EnumSet.of(Name.ROLE, Name.WITHOUT_ROLE, Name.WITHOUT_ORGANIZATION);

  UserFilter {
    filters = Map.copyOf(filters);
  }

  static UserFilter of(Search search) {
    return new UserFilter(search, Map.of());
  }

  UserFilter with(Name name, String value) {
    Map<Name, String> more = new EnumMap<>(Name.class);
    more.putAll(filters);
    more.put(name, value);
    return new UserFilter(search, more);
  }

  UserFilter with(Name name, Optional<String> value) {
    return value.map(given -> with(name, given)).orElse(this);
  }

  /** Whether the total may be told as more than {@link #COUNTED}. */
  boolean isCapped() {
    return search.isEmpty()
        && !filters.isEmpty()
        && !(filters.size() == 1 && COUNTED_WHOLE.containsAll(filters.keySet()));
  }

  boolean isEmpty() {
    return search.isEmpty() && filters.isEmpty();
  }
}
