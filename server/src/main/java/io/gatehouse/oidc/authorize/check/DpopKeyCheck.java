package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.OAuthError;
import org.jspecify.annotations.Nullable;

/** The key that the code is bound to, by its thumbprint. [RFC 9449 §10] */
final class DpopKeyCheck {
  private DpopKeyCheck() {}

  static @Nullable String read(Asking asking) {
    String thumbprint = asking.parameters().get("dpop_jkt");
    if (thumbprint != null && !thumbprint.matches("[A-Za-z0-9_-]{43}")) {
      throw OAuthError.INVALID_REQUEST.because("dpop_jkt is no thumbprint of a key");
    }
    return thumbprint;
  }
}
