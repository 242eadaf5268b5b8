package io.gatehouse.access.resource;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What changes of an API resource. */
@Input
record ResourcePatch(@Nullable @Size(min = 1) String name, @Nullable Long accessTokenTtl) {

  boolean isEmpty() {
    return name == null && accessTokenTtl == null;
  }
}
