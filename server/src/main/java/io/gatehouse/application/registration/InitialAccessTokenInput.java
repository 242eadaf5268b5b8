package io.gatehouse.application.registration;

import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param uses how many clients it registers: one where nothing is said, any number for null
 */
@Input
record InitialAccessTokenInput(
    @Size(min = 1, max = 256) String name,
    Change<@Min(1) @Max(1_000_000) Integer> uses,
    @Nullable @NullAllowed Instant expiresAt) {

  /** How often it may be used; null for any number. */
  @Nullable Integer count() {
    return uses.isSet() ? uses.value() : Integer.valueOf(1);
  }
}
