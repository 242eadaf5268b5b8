package io.gatehouse.protocol;

/**
 * The error codes of the protocol, with the status of an answer that carries them. [RFC 6749
 * §4.1.2.1, §5.2], [RFC 6750 §3.1], [RFC 7009 §2.2.1], [RFC 7591 §3.2.2], [RFC 8628 §3.5], [RFC
 * 8707 §2], [RFC 9396 §5], [OpenID Connect Core §3.1.2.6].
 */
public enum OAuthError {
  INVALID_REQUEST(400),
  INVALID_CLIENT(401),
  INVALID_GRANT(400),
  UNAUTHORIZED_CLIENT(400),
  UNSUPPORTED_GRANT_TYPE(400),
  UNSUPPORTED_RESPONSE_TYPE(400),
  UNSUPPORTED_RESPONSE_MODE(400),
  UNSUPPORTED_TOKEN_TYPE(400),
  INVALID_SCOPE(400),
  INVALID_TARGET(400),
  INVALID_REDIRECT_URI(400),
  INVALID_TOKEN(401),
  INVALID_DPOP_PROOF(400),
  USE_DPOP_NONCE(400),
  INSUFFICIENT_SCOPE(403),
  ACCESS_DENIED(400),
  AUTHORIZATION_PENDING(400),
  SLOW_DOWN(400),
  EXPIRED_TOKEN(400),
  SERVER_ERROR(500),
  TEMPORARILY_UNAVAILABLE(503),
  LOGIN_REQUIRED(400),
  CONSENT_REQUIRED(400),
  INTERACTION_REQUIRED(400),
  UNMET_AUTHENTICATION_REQUIREMENTS(400),
  REQUEST_NOT_SUPPORTED(400),
  REQUEST_URI_NOT_SUPPORTED(400),
  INVALID_REQUEST_URI(400),
  INVALID_REQUEST_OBJECT(400),
  REGISTRATION_NOT_SUPPORTED(400),
  INVALID_CLIENT_METADATA(400),
  INVALID_SOFTWARE_STATEMENT(400),
  UNAPPROVED_SOFTWARE_STATEMENT(400),
  INVALID_AUTHORIZATION_DETAILS(400),
  INVALID_BINDING_MESSAGE(400),
  EXPIRED_LOGIN_HINT_TOKEN(400);

  private final int status;
  private final String code = name().toLowerCase(java.util.Locale.ROOT);

  OAuthError(int status) {
    this.status = status;
  }

  /** As on the wire: {@code invalid_grant}. */
  public String code() {
    return code;
  }

  /** The HTTP status when it is answered directly. */
  public int status() {
    return status;
  }

  public OAuthException because(String description) {
    return new OAuthException(this, description);
  }
}
