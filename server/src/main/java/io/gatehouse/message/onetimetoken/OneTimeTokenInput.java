package io.gatehouse.message.onetimetoken;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param expiresIn seconds
 */
@Input
record OneTimeTokenInput(
    @Size(min = 1, max = 128) String email,
    OneTimeToken.@Nullable Context context,
    @Nullable @Min(1) @Max(315_360_000) Integer expiresIn) {

  /** A token that somebody has shown, and whose it should be. */
  @Input
  record Shown(@Size(min = 1, max = 256) String token, @Size(min = 1, max = 128) String email) {}

  /** What is to become of a token. */
  @Input
  record State(OneTimeToken.Status status) {}
}
