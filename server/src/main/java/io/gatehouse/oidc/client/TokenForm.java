package io.gatehouse.oidc.client;

import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Parameters;

/** The token that a request to introspection or revocation is about. */
public final class TokenForm {
  private static final int LONGEST = 8_192;

  private TokenForm() {}

  /**
   * The {@code token} parameter.
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_request without one;
   *     unsupported_token_type for a signed token, which resources check by themselves and nobody
   *     can take back [RFC 7009 §2.2.1]
   */
  public static String opaqueToken(Parameters parameters) {
    String token = parameters.required("token");
    if (token.length() > LONGEST) {
      throw OAuthError.INVALID_REQUEST.because("the token is too long to be one");
    }
    if (token.chars().filter(c -> c == '.').count() == 2) {
      throw OAuthError.UNSUPPORTED_TOKEN_TYPE.because(
          "Structured JWT Tokens cannot be introspected or revoked");
    }
    return token;
  }
}
