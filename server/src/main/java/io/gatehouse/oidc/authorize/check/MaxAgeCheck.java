package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.OAuthError;
import org.jspecify.annotations.Nullable;

/**
 * "Maximum Authentication Age. Specifies the allowable elapsed time in seconds" [OpenID Connect
 * Core §3.1.2.1]; what the request leaves out may be registered.
 */
final class MaxAgeCheck {
  private MaxAgeCheck() {}

  static @Nullable Long read(Asking asking) {
    String text = asking.parameters().get("max_age");
    if (text == null) {
      Integer usual = asking.client().protocol().defaultMaxAge();
      return usual == null ? null : Long.valueOf(usual);
    }
    if (!text.matches("\\d{1,10}")) {
      throw OAuthError.INVALID_REQUEST.because("invalid max_age parameter value");
    }
    return Long.valueOf(text);
  }
}
