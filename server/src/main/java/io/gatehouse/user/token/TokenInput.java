package io.gatehouse.user.token;

import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token to be made. */
@Input
record TokenInput(@Size(min = 1, max = 256) String name, @Nullable @NullAllowed Instant expiresAt) {

  /** A token's name: a new one, or that of a token to delete. */
  @Input
  record Name(@Size(min = 1, max = 256) String name) {}

  /**
   * A token's new name.
   *
   * @param currentName by which it is found; without one it is called {@code name} already
   */
  @Input
  record Rename(@Size(min = 1, max = 256) String name, @Nullable String currentName) {}
}
