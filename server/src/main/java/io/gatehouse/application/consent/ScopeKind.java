package io.gatehouse.application.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of scopes on the list, by the segment of the path that names them. */
enum ScopeKind {
  /** Of the organization template. */
  ORGANIZATION("organization-scopes"),
  /** Of an API resource, for the person alone. */
  RESOURCE("resource-scopes"),
  /** Of an API resource, within an organization. */
  ORGANIZATION_RESOURCE("organization-resource-scopes"),
  /** Of the provider's own, about the person. */
  USER("user-scopes");

  private final String segment;

  ScopeKind(String segment) {
    this.segment = segment;
  }

  static Optional<ScopeKind> of(String segment) {
    return Arrays.stream(values()).filter(kind -> kind.segment.equals(segment)).findFirst();
  }

  static List<String> segments() {
    return Arrays.stream(values()).map(kind -> kind.segment).toList();
  }
}
