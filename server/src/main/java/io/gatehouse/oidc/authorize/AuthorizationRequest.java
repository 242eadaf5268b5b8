package io.gatehouse.oidc.authorize;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.protocol.ResponseType;
import io.gatehouse.protocol.Scopes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A validated authorization request: the one form from the endpoint through the interaction to the
 * code.
 *
 * @param version of this form, for rows written by an older server
 * @param responseType null for a code alone
 * @param scope OpenID scopes and scopes of the resources together, as asked and allowed
 * @param prompt what is still to be shown; a prompt that was answered is taken out
 * @param maxAge seconds since the last sign-in that are acceptable; null when not asked or answered
 * @param authTimeAsked whether the ID token tells the time of the sign-in
 * @param hintedUser the subject of the id_token_hint
 * @param claims single claims that are wanted besides those of the scopes
 * @param dpopKey thumbprint of the key that must be shown with the code
 * @param authorizationDetails what is asked for besides scopes [RFC 9396]
 * @param parameters those that the hosted pages read
 * @param pushed the mark of a pushed request, which is used up with the answer
 * @param promptCredential of a provider's prompt at the application's site; never written down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorizationRequest(
    int version,
    String clientId,
    String redirectUri,
    @Nullable String responseType,
    ResponseMode responseMode,
    @Nullable String state,
    @Nullable String nonce,
    String scope,
    List<String> resources,
    Set<Prompt> prompt,
    @Nullable Long maxAge,
    boolean authTimeAsked,
    @Nullable String codeChallenge,
    @Nullable String hintedUser,
    @Nullable ClaimsRequest claims,
    @Nullable String dpopKey,
    @Nullable ArrayNode authorizationDetails,
    Map<String, String> parameters,
    @Nullable String pushed,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String promptCredential) {
  /** The version that this server writes. */
  public static final int VERSION = 1;

  public AuthorizationRequest {
    resources = List.copyOf(resources);
    prompt = prompt.isEmpty() ? Set.of() : Set.copyOf(prompt);
    parameters = Map.copyOf(parameters);
  }

  /** What it is answered with. */
  public ResponseType type() {
    return responseType == null ? ResponseType.CODE : ResponseType.parse(responseType);
  }

  @JsonIgnore
  public Scopes scopes() {
    return Scopes.parse(scope);
  }

  public boolean asks(Prompt which) {
    return prompt.contains(which);
  }

  /** After the person has signed in for it: neither prompt nor age asks again. */
  AuthorizationRequest signedIn() {
    return answered(Set.of(Prompt.LOGIN, Prompt.SELECT_ACCOUNT), null, null);
  }

  /** After the person has consented. */
  AuthorizationRequest consented() {
    return answered(Set.of(Prompt.CONSENT), maxAge, hintedUser);
  }

  private AuthorizationRequest answered(
      Set<Prompt> answered, @Nullable Long age, @Nullable String hinted) {
    Set<Prompt> left = EnumSet.noneOf(Prompt.class);
    left.addAll(prompt);
    left.removeAll(answered);
    return new AuthorizationRequest(
        version,
        clientId,
        redirectUri,
        responseType,
        responseMode,
        state,
        nonce,
        scope,
        resources,
        left,
        age,
        authTimeAsked,
        codeChallenge,
        hinted,
        claims,
        dpopKey,
        authorizationDetails,
        parameters,
        pushed,
        promptCredential);
  }
}
