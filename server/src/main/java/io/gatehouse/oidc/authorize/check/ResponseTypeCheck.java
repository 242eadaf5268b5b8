package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.OAuthError;
import java.util.Set;

/** Clients are registered for the code flow. [RFC 6749 §3.1.1] */
final class ResponseTypeCheck {
  private static final Set<String> OTHERS =
      Set.of("id_token", "code id_token", "id_token code", "none");

  private ResponseTypeCheck() {}

  static void require(Asking asking) {
    String type = asking.parameters().required("response_type");
    if (OTHERS.contains(type)) {
      throw OAuthError.INVALID_REQUEST.because(
          "requested response_type is not allowed for this client");
    }
    if (!type.equals("code")) {
      throw OAuthError.UNSUPPORTED_RESPONSE_TYPE.because("unsupported response_type requested");
    }
    if (!asking.client().mayUseCode()) {
      throw OAuthError.UNAUTHORIZED_CLIENT.because(
          "this client may not use the authorization code flow");
    }
  }
}
