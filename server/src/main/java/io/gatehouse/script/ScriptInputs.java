package io.gatehouse.script;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of the scripts' operations, which are also the answers. */
interface ScriptInputs {
  /** Which token a customizer is for, as paths have it. */
  enum TokenType {
    @JsonProperty("access-token")
    ACCESS_TOKEN,
    @JsonProperty("client-credentials")
    CLIENT_CREDENTIALS;

    ScriptKind kind() {
      return switch (this) {
        case ACCESS_TOKEN -> ScriptKind.ACCESS_TOKEN;
        case CLIENT_CREDENTIALS -> ScriptKind.CLIENT_CREDENTIALS;
      };
    }

    /** What a body for it must be. */
    Class<?> body() {
      return switch (this) {
        case ACCESS_TOKEN -> AccessToken.class;
        case CLIENT_CREDENTIALS -> ClientCredentials.class;
      };
    }
  }

  /** Which moment an action is for, as paths have it. */
  enum ActionType {
    @JsonProperty("action.postFirstFactorVerification")
    POST_FIRST_FACTOR,
    @JsonProperty("action.postSignIn")
    POST_SIGN_IN;

    ScriptKind kind() {
      return switch (this) {
        case POST_FIRST_FACTOR -> ScriptKind.POST_FIRST_FACTOR;
        case POST_SIGN_IN -> ScriptKind.POST_SIGN_IN;
      };
    }
  }

  /** Adds claims to the tokens of people. */
  @Input(strict = true)
  @JsonInclude(Include.NON_NULL)
  record AccessToken(
      @Size(min = 1) String script,
      @Nullable Map<String, String> environmentVariables,
      @Nullable Context contextSample,
      @Nullable ObjectNode tokenSample,
      @Nullable Boolean blockIssuanceOnError) {

    /** What the script is shown of a sign-in, as the tenant tried it. */
    @JsonInclude(Include.NON_NULL)
    record Context(
        ObjectNode user,
        @Nullable ObjectNode grant,
        @Nullable ObjectNode interaction,
        @Nullable ObjectNode application,
        @Nullable ObjectNode organization) {}
  }

  /** Adds claims to the tokens of machines. */
  @Input(strict = true)
  @JsonInclude(Include.NON_NULL)
  record ClientCredentials(
      @Size(min = 1) String script,
      @Nullable Map<String, String> environmentVariables,
      @Nullable Context contextSample,
      @Nullable ObjectNode tokenSample,
      @Nullable Boolean blockIssuanceOnError) {

    /** What the script is shown of the machine, as the tenant tried it. */
    @JsonInclude(Include.NON_NULL)
    record Context(@Nullable ObjectNode application) {}
  }

  /** A customizer of either kind, as it is answered. */
  @JsonInclude(Include.NON_NULL)
  record Customizer(
      String script,
      @Nullable Map<String, String> environmentVariables,
      @Nullable ObjectNode contextSample,
      @Nullable ObjectNode tokenSample,
      @Nullable Boolean blockIssuanceOnError) {}

  /** A customizer for tokens of people to be tried, and what it is tried with. */
  record AccessTokenTrial(
      TokenType tokenType,
      String script,
      @Nullable Map<String, String> environmentVariables,
      ObjectNode token,
      AccessToken.Context context) {}

  /** The same for tokens of machines. */
  record ClientCredentialsTrial(
      TokenType tokenType,
      String script,
      @Nullable Map<String, String> environmentVariables,
      ObjectNode token,
      ClientCredentials.Context context) {}

  /** An action to be tried, and what it is tried with. */
  @Input(strict = true)
  record ActionTrial(
      String script,
      ActionType actionType,
      JsonNode event,
      @Nullable Map<String, String> environmentVariables) {}

  /** Has a say at sign-in. */
  @Input(strict = true)
  @JsonInclude(Include.NON_NULL)
  record Action(
      @Size(min = 1) String script,
      @Nullable Map<String, String> environmentVariables,
      @Nullable JsonNode contextSample,
      @Nullable Boolean enabled,
      @Nullable OnError onExecutionError) {}

  /** What changes of an action. */
  @Input(strict = true)
  @JsonInclude(Include.NON_NULL)
  record ActionPatch(
      @Nullable @Size(min = 1) String script,
      @Nullable Map<String, String> environmentVariables,
      @Nullable JsonNode contextSample,
      @Nullable Boolean enabled,
      @Nullable OnError onExecutionError) {}

  /** What a script that fails does to a sign-in. */
  enum OnError {
    @JsonProperty("block")
    BLOCK,
    @JsonProperty("allow")
    ALLOW
  }

  /** A script in a list; what {@code value} holds depends on the key. */
  record Listed(String key, JsonNode value) {}
}
