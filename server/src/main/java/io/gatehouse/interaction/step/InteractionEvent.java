package io.gatehouse.interaction.step;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person came for; the names are those of the wire. */
public enum InteractionEvent {
  @JsonProperty("SignIn")
  SIGN_IN("SignIn"),
  @JsonProperty("Register")
  REGISTER("Register"),
  @JsonProperty("ForgotPassword")
  FORGOT_PASSWORD("ForgotPassword");

  private final String wire;

  InteractionEvent(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
