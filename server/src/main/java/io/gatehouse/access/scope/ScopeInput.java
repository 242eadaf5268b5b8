package io.gatehouse.access.scope;

import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A scope to be made. */
@Input
record ScopeInput(
    @Size(min = 1, max = 256) String name,
    @EmptyIsNull @NullAllowed @Nullable String description) {}
