package io.gatehouse.oidc.client;

import io.gatehouse.protocol.OAuthError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The id and secret of an {@code Authorization: Basic} header.
 *
 * <p>Source: [RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)
 */
record BasicCredentials(String id, String secret) {
  private static final int LONGEST_HEADER = 4_096;

  /**
   * "encoded using the application/x-www-form-urlencoded encoding algorithm".
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_request
   */
  static BasicCredentials parse(String authorization) {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)
        || authorization.length() > LONGEST_HEADER) {
      throw OAuthError.INVALID_REQUEST.because("invalid authorization header value format");
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(authorization.substring(6).strip()),
              StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon <= 0) {
        throw OAuthError.INVALID_REQUEST.because("invalid authorization header value format");
      }
      return new BasicCredentials(
          decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw OAuthError.INVALID_REQUEST.because(
          "client_id and client_secret in the authorization header are not properly encoded");
    }
  }

  /** No id or secret of ours holds a NUL, and the database could not even look for one. */
  private static String decode(String text) {
    String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
    if (decoded.indexOf('\0') >= 0) {
      throw OAuthError.INVALID_REQUEST.because("invalid authorization header value format");
    }
    return decoded;
  }
}
