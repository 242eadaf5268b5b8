package io.gatehouse.access.role;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What changes of a role; its type cannot. */
@Input
record RolePatch(
    @Nullable @Size(min = 1, max = 128) String name,
    @Nullable @Size(min = 1, max = 128) String description,
    @Nullable Boolean isDefault) {

  boolean isEmpty() {
    return name == null && description == null && isDefault == null;
  }
}
