package io.gatehouse.management;

import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.error.RequestException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a token, as {@code auth.unauthorized} reports it to programs. */
enum TokenFault {
  MALFORMED("ERR_JWS_INVALID", "JWSInvalid"),
  UNKNOWN_KEY("ERR_JWKS_NO_MATCHING_KEY", "JWKSNoMatchingKey"),
  BAD_SIGNATURE("ERR_JWS_SIGNATURE_VERIFICATION_FAILED", "JWSSignatureVerificationFailed"),
  CLAIM("ERR_JWT_CLAIM_VALIDATION_FAILED", "JWTClaimValidationFailed"),
  EXPIRED("ERR_JWT_EXPIRED", "JWTExpired");

  private final String code;
  private final String title;

  TokenFault(String code, String title) {
    this.code = code;
    this.title = title;
  }

  RequestException exception() {
    return AuthError.UNAUTHORIZED.withData(data());
  }

  /**
   * A claim is missing or has a value that is not accepted. The payload is the sender's own, so
   * telling it tells nothing new.
   */
  static RequestException claim(String claim, SentClaims claims) {
    return CLAIM.about(claim, claims);
  }

  static RequestException expired(SentClaims claims) {
    return EXPIRED.about("exp", claims);
  }

  private RequestException about(String claim, SentClaims claims) {
    Map<String, Object> data = data();
    data.put("claim", claim);
    data.put("reason", claims.has(claim) ? "check_failed" : "missing");
    data.put("payload", claims.all());
    return AuthError.UNAUTHORIZED.withData(data);
  }

  private Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("code", code);
    data.put("name", title);
    return data;
  }
}
