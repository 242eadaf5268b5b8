package io.gatehouse.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proof Key for Code Exchange, method S256 only. [RFC 7636]. */
public final class Pkce {
  /** "code-verifier = 43*128unreserved" [RFC 7636 §4.1]; a challenge has the same form. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9\\-._~]{43,128}");

  private Pkce() {}

  /**
   * The challenge of an authorization request, or null when there is none.
   *
   * @throws OAuthException invalid_request
   */
  public static @Nullable String challenge(
      @Nullable String challenge, @Nullable String method, boolean required) {
    if (challenge == null) {
      if (method != null) {
        throw OAuthError.INVALID_REQUEST.because(
            "code_challenge must be provided with code_challenge_method");
      }
      if (required) {
        throw OAuthError.INVALID_REQUEST.because(
            "Authorization Server policy requires PKCE to be used for this request");
      }
      return null;
    }
    if (!"S256".equals(method)) {
      throw OAuthError.INVALID_REQUEST.because("not supported value of code_challenge_method");
    }
    if (!FORM.matcher(challenge).matches()) {
      throw OAuthError.INVALID_REQUEST.because(
          "code_challenge must be a string with 43 to 128 unreserved characters");
    }
    return challenge;
  }

  /** BASE64URL-ENCODE(SHA256(ASCII(code_verifier))), or null for a verifier that cannot be one. */
  public static @Nullable String s256(@Nullable String verifier) {
    if (verifier == null || !FORM.matcher(verifier).matches()) {
      return null;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
