package io.gatehouse.user.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.Input;
import org.jspecify.annotations.Nullable;

/** What is to change of a person's settings; the members that are left out stay as they are. */
@Input
public record UserSettingsInput(@Nullable Mfa mfa, @Nullable Passkey passkeySignIn) {

  /** Only whether the person is let in without the second step. */
  public static UserSettingsInput skipping(boolean secondStep) {
    return new UserSettingsInput(new Mfa(null, null, null, secondStep), null);
  }

  /** About the second step. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mfa(
      @Nullable Boolean enabled,
      @Nullable Boolean skipped,
      @Nullable Boolean additionalBindingSuggestionSkipped,
      @Nullable Boolean skipMfaOnSignIn) {}

  /** About passkeys. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Passkey(@Nullable Boolean skipped) {}
}
