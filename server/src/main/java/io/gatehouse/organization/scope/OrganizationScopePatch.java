package io.gatehouse.organization.scope;

import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What changes of a scope. */
@Input
record OrganizationScopePatch(
    @Nullable @Size(min = 1, max = 128) String name,
    Change<@EmptyIsNull @Size(max = 256) String> description) {

  boolean isEmpty() {
    return name == null && !description.isSet();
  }
}
