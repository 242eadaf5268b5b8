package io.gatehouse.organization.role;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a role is to grant: more, or exactly this. */
interface GrantInput {

  /** More scopes of the organization template. */
  @Input
  record Scopes(@Size(min = 1) List<@Size(min = 1) String> organizationScopeIds) {}

  /** The scopes of the organization template, and no others. */
  @Input
  record AllScopes(List<@Size(min = 1) String> organizationScopeIds) {}

  /** More scopes of API resources. */
  @Input
  record ResourceScopes(@Size(min = 1) List<@Size(min = 1) String> scopeIds) {}

  /** The scopes of API resources, and no others. */
  @Input
  record AllResourceScopes(List<@Size(min = 1) String> scopeIds) {}
}
