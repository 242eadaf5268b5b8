package io.gatehouse.application.consent;

import io.gatehouse.platform.input.Issues;
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

  /** The kind that a segment of a path names, or the end of the request. */
  static ScopeKind read(String segment) {
    Issues issues = new Issues();
    Optional<ScopeKind> kind = of(segment);
    if (kind.isEmpty()) {
      issues.at("scopeType").notOneOf(segment, segments());
      issues.throwIfAny("params");
    }
    return kind.orElseThrow();
  }
}
