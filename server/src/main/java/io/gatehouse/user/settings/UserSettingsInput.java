package io.gatehouse.user.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.Input;
import org.jspecify.annotations.Nullable;

/** What is to change of a person's settings; the members that are left out stay as they are. */
@Input
record UserSettingsInput(@Nullable Mfa mfa, @Nullable Passkey passkeySignIn) {

  /** About the second step. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Mfa(
      @Nullable Boolean enabled,
      @Nullable Boolean skipped,
      @Nullable Boolean additionalBindingSuggestionSkipped,
      @Nullable Boolean skipMfaOnSignIn) {}

  /** About passkeys. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Passkey(@Nullable Boolean skipped) {}
}
