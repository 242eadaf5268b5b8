package io.gatehouse.application;

import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A secret to be made. */
@Input
record SecretInput(
    @Size(min = 1, max = 256) String name, @Nullable @NullAllowed Instant expiresAt) {

  /** A secret's new name. */
  @Input
  record Rename(@Size(min = 1, max = 256) String name) {}
}
