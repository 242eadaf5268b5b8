package io.gatehouse.user.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/** What a person has decided about signing in. */
public record UserSettings(Mfa mfa, Passkey passkeySignIn) {

  /**
   * About the second step.
   *
   * @param enabled whether they want one; null while they have not said so
   * @param skipped whether they have waved the offer away
   * @param skipMfaOnSignIn whether they are let in without it
   */
  public record Mfa(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean enabled,
      boolean skipped,
      boolean skipMfaOnSignIn) {}

  /**
   * About passkeys.
   *
   * @param skipped whether they have waved the offer away
   */
  public record Passkey(boolean skipped) {}

  /** From the document as it is stored, in which everything may be missing. */
  static UserSettings of(JsonNode stored) {
    JsonNode mfa = stored.path("mfa");
    return new UserSettings(
        new Mfa(
            mfa.path("enabled").isBoolean() ? mfa.path("enabled").asBoolean() : null,
            mfa.path("skipped").asBoolean(),
            mfa.path("skipMfaOnSignIn").asBoolean()),
        new Passkey(stored.path("passkeySignIn").path("skipped").asBoolean()));
  }

  /** The members of a part that a change names. */
  static ObjectNode members(@Nullable Object part) {
    return part == null ? JsonCodec.object() : JsonCodec.mapper().valueToTree(part);
  }
}
