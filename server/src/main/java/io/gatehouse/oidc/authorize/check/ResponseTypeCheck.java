package io.gatehouse.oidc.authorize.check;

import io.gatehouse.application.protocol.GrantType;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.protocol.ResponseType;

/**
 * The code flow is for every client; tokens with the browser are for those that are set so. [RFC
 * 6749 §3.1.1], [OpenID Connect Core §3.2.2.1, §3.3.2.1]
 */
final class ResponseTypeCheck {
  private ResponseTypeCheck() {}

  static ResponseType read(Asking asking) {
    Parameters parameters = asking.parameters();
    Client client = asking.client();
    String text = parameters.required("response_type");
    if (text.equals("none")) {
      throw notAllowed();
    }
    ResponseType type = ResponseType.parse(text);
    if (type.frontChannel() && !client.mayAnswerWith(type)
        || type.code()
            && !client.mayUseDeviceCode()
            && !client.mayUseBackchannel()
            && !client.keepsTo(GrantType.AUTHORIZATION_CODE)) {
      throw notAllowed();
    }
    if (!client.mayAskForCode()) {
      throw OAuthError.UNAUTHORIZED_CLIENT.because(
          "this client may not use the authorization code flow");
    }
    if (type.frontChannel()) {
      requireFragment(parameters);
    }
    // "nonce: REQUIRED" [OpenID Connect Core §3.2.2.1]
    if (type.idToken() && !parameters.has("nonce")) {
      throw OAuthError.INVALID_REQUEST.because("missing required parameter 'nonce'");
    }
    return type;
  }

  /** "Response Mode query … MUST NOT be used" [OAuth 2.0 Multiple Response Types §3.0]. */
  private static void requireFragment(Parameters parameters) {
    String mode = parameters.get("response_mode");
    if (mode != null && ResponseMode.parse(mode, true).carrier() == ResponseMode.QUERY) {
      throw OAuthError.INVALID_REQUEST.because(
          "requested response_mode is not allowed for the requested response_type");
    }
  }

  private static RuntimeException notAllowed() {
    return OAuthError.INVALID_REQUEST.because(
        "requested response_type is not allowed for this client");
  }
}
