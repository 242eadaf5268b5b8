package io.gatehouse.access.role;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role to be made. */
@Input
record RoleInput(
    @Size(min = 1, max = 128) String name,
    @Size(min = 1, max = 128) String description,
    @Nullable RoleType type,
    @Nullable Boolean isDefault,
    @Nullable List<@Size(min = 1) String> scopeIds) {}
