package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.OAuthError;

/**
 * Request objects are refused by name, never ignored: what they say would be lost. [OpenID Connect
 * Core §6.1, §7.2.1]
 */
final class RequestObjectCheck {
  private RequestObjectCheck() {}

  static void refuse(Asking asking) {
    if (asking.parameters().has("request")) {
      throw OAuthError.REQUEST_NOT_SUPPORTED.because(
          "request parameter provided but not supported");
    }
    if (asking.parameters().has("request_uri")) {
      throw OAuthError.REQUEST_URI_NOT_SUPPORTED.because(
          "request_uri parameter provided but not supported");
    }
    if (asking.parameters().has("registration")) {
      throw OAuthError.REGISTRATION_NOT_SUPPORTED.because(
          "registration parameter provided but not supported");
    }
  }
}
