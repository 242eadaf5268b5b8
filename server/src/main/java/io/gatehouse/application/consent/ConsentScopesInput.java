package io.gatehouse.application.consent;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application may ask for besides what it already may. */
@Input
record ConsentScopesInput(
    @Nullable List<@Size(min = 1) String> organizationScopes,
    @Nullable List<@Size(min = 1) String> resourceScopes,
    @Nullable List<@Size(min = 1) String> organizationResourceScopes,
    @Nullable List<UserScope> userScopes) {

  List<String> of(ScopeKind kind) {
    List<String> given =
        switch (kind) {
          case ORGANIZATION -> organizationScopes;
          case RESOURCE -> resourceScopes;
          case ORGANIZATION_RESOURCE -> organizationResourceScopes;
          case USER ->
              userScopes == null ? null : userScopes.stream().map(UserScope::wire).toList();
        };
    return given == null ? List.of() : given.stream().distinct().toList();
  }
}
