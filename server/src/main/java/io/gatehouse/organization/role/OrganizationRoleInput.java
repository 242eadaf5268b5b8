package io.gatehouse.organization.role;

import io.gatehouse.access.role.RoleType;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role to be made, with what it grants. */
@Input
record OrganizationRoleInput(
    @Size(min = 1, max = 128) String name,
    @EmptyIsNull @NullAllowed @Nullable @Size(max = 256) String description,
    @Nullable RoleType type,
    @Nullable List<@Size(min = 1) String> organizationScopeIds,
    @Nullable List<@Size(min = 1) String> resourceScopeIds) {

  List<String> organizationScopes() {
    return organizationScopeIds == null ? List.of() : organizationScopeIds;
  }

  List<String> resourceScopes() {
    return resourceScopeIds == null ? List.of() : resourceScopeIds;
  }
}
