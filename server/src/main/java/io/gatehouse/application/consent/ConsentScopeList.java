package io.gatehouse.application.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application may ask for, as the API shows it. */
record ConsentScopeList(
    List<NamedScope> organizationScopes,
    List<AtResource> resourceScopes,
    List<AtResource> organizationResourceScopes,
    List<String> userScopes) {

  /** A scope by its id and its name. */
  record NamedScope(String id, String name, @Nullable String description) {}

  /** The resource that scopes are of. */
  record NamedResource(String id, String name, String indicator) {}

  /** A resource, and those of its scopes that are on the list. */
  record AtResource(NamedResource resource, List<NamedScope> scopes) {}
}
