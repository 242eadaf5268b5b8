package io.gatehouse.organization.scope;

import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A scope to be made. */
@Input
record OrganizationScopeInput(
    @Size(min = 1, max = 128) String name,
    @EmptyIsNull @NullAllowed @Nullable @Size(max = 256) String description) {}
