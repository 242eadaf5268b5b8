package io.gatehouse.application.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application may ask for besides what it already may. */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentScopesInput(
    @Nullable List<@Size(min = 1) String> organizationScopes,
    @Nullable List<@Size(min = 1) String> resourceScopes,
    @Nullable List<@Size(min = 1) String> organizationResourceScopes,
    @Nullable List<UserScope> userScopes) {
  /** What nearly every application asks for: who somebody is, and how to reach them. */
  public static final ConsentScopesInput USUAL =
      new ConsentScopesInput(
          null,
          null,
          null,
          List.of(UserScope.PROFILE, UserScope.EMAIL, UserScope.PHONE, UserScope.ADDRESS));

  /** The same with those scopes of the provider's own that are among these as well. */
  public ConsentScopesInput within(Collection<String> names) {
    return new ConsentScopesInput(
        organizationScopes,
        resourceScopes,
        organizationResourceScopes,
        userScopes == null
            ? null
            : userScopes.stream().filter(scope -> names.contains(scope.wire())).toList());
  }

  /** The names of the scopes of the provider's own. */
  public List<String> userScopeNames() {
    return of(ScopeKind.USER);
  }

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
