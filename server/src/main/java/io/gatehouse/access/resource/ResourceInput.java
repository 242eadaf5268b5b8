package io.gatehouse.access.resource;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An API resource to be made. */
@Input
record ResourceInput(
    @Size(min = 1) String name, @Size(min = 1) String indicator, @Nullable Long accessTokenTtl) {}
