package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.OAuthError;
import java.util.Set;

/** Clients are registered for the code flow. [RFC 6749 §3.1.1] */
final class ResponseTypeCheck implements Check {
  private static final Set<String> OTHERS =
      Set.of("id_token", "code id_token", "id_token code", "none");

  @Override
  public Draft apply(Draft draft) {
    String type = draft.parameters().required("response_type");
    if (OTHERS.contains(type)) {
      throw OAuthError.INVALID_REQUEST.because(
          "requested response_type is not allowed for this client");
    }
    if (!type.equals("code")) {
      throw OAuthError.UNSUPPORTED_RESPONSE_TYPE.because("unsupported response_type requested");
    }
    if (!draft.client().mayUseCode()) {
      throw OAuthError.UNAUTHORIZED_CLIENT.because(
          "this client may not use the authorization code flow");
    }
    return draft;
  }
}
