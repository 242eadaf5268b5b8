package io.gatehouse.user.administration;

import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.list.Search;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads which people are wanted from the query: the search and the exclusions of the contract, and
 * besides {@code roleId}, {@code isSuspended}, and {@code createdFrom}, {@code createdUntil},
 * {@code lastSignInFrom}, {@code lastSignInUntil} in milliseconds since 1970 or as ISO 8601.
 */
final class UserFilterReader {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private UserFilterReader() {}

  static UserFilter read(Query query) {
    Optional<String> withoutRole = text(query, "excludeRoleId");
    Optional<String> withoutOrganization = text(query, "excludeOrganizationId");
    if (withoutRole.isPresent() && withoutOrganization.isPresent()) {
      throw RequestError.invalidInput(
          "excludeRoleId and excludeOrganizationId cannot be used together");
    }
    return UserFilter.of(Search.of(query, UserFilter.SEARCHABLE))
        .with(UserFilter.Name.WITHOUT_ROLE, withoutRole)
        .with(UserFilter.Name.WITHOUT_ORGANIZATION, withoutOrganization)
        .with(UserFilter.Name.ROLE, text(query, "roleId"))
        .with(UserFilter.Name.SUSPENDED, flag(query, "isSuspended"))
        .with(UserFilter.Name.CREATED_FROM, instant(query, "createdFrom"))
        .with(UserFilter.Name.CREATED_UNTIL, instant(query, "createdUntil"))
        .with(UserFilter.Name.SIGNED_IN_FROM, instant(query, "lastSignInFrom"))
        .with(UserFilter.Name.SIGNED_IN_UNTIL, instant(query, "lastSignInUntil"));
  }

  private static Optional<String> text(Query query, String name) {
    return query.text(name).filter(text -> !text.isEmpty());
  }

  private static Optional<String> flag(Query query, String name) {
    Optional<String> value = text(query, name);
    List<String> allowed = List.of("true", "false");
    Issues issues = new Issues();
    value
        .filter(given -> !allowed.contains(given))
        .ifPresent(given -> issues.at(name).notOneOf(given, allowed));
    issues.throwIfAny("query");
    return value;
  }

  private static Optional<String> instant(Query query, String name) {
    Optional<String> value = text(query, name);
    try {
      return value.map(UserFilterReader::instant).map(Instant::toString);
    } catch (DateTimeException | NumberFormatException e) {
      Issues issues = new Issues();
      issues.at(name).custom("Must be milliseconds since 1970, or a time as ISO 8601 writes it.");
      issues.throwIfAny("query");
      return Optional.empty();
    }
  }

  private static Instant instant(String text) {
    Instant given =
        text.matches("\\d{1,15}")
            ? Instant.ofEpochMilli(Long.parseLong(text))
            : Instant.parse(text);
    if (given.isBefore(Instant.EPOCH) || given.isAfter(LATEST)) {
      throw new DateTimeException("no time that people were registered at");
    }
    return given;
  }
}
