package io.gatehouse.organization.role;

import io.gatehouse.access.role.RoleType;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What changes of a role; who has it keeps it, whatever its type becomes. */
@Input
record OrganizationRolePatch(
    @Nullable @Size(min = 1, max = 128) String name,
    Change<@EmptyIsNull @Size(max = 256) String> description,
    @Nullable RoleType type) {

  boolean isEmpty() {
    return name == null && !description.isSet() && type == null;
  }
}
