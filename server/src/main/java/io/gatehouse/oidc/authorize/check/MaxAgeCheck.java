package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.OAuthError;

/**
 * "Maximum Authentication Age. Specifies the allowable elapsed time in seconds" [OpenID Connect
 * Core §3.1.2.1].
 */
final class MaxAgeCheck implements Check {
  @Override
  public Draft apply(Draft draft) {
    String text = draft.parameters().get("max_age");
    if (text == null) {
      return draft;
    }
    if (!text.matches("\\d{1,10}")) {
      throw OAuthError.INVALID_REQUEST.because("invalid max_age parameter value");
    }
    return draft.withMaxAge(Long.parseLong(text));
  }
}
