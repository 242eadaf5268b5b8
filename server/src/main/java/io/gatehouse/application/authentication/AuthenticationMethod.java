package io.gatehouse.application.authentication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How a client authenticates; the names are those of the specification.
 *
 * <p>Source: [OpenID Connect Core
 * §9](https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication)
 */
public enum AuthenticationMethod {
  CLIENT_SECRET_BASIC,
  CLIENT_SECRET_POST,
  CLIENT_SECRET_JWT,
  PRIVATE_KEY_JWT,
  TLS_CLIENT_AUTH,
  SELF_SIGNED_TLS_CLIENT_AUTH,
  /** A public client only names itself. */
  NONE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As on the wire: {@code private_key_jwt}. */
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether the client shows that it has a key, so that nothing that is sent lets anybody in. */
  public boolean byKey() {
    return this == PRIVATE_KEY_JWT || byCertificate();
  }

  /** Whether the key is shown with a certificate. [RFC 8705 §2] */
  public boolean byCertificate() {
    return this == TLS_CLIENT_AUTH || this == SELF_SIGNED_TLS_CLIENT_AUTH;
  }
}
