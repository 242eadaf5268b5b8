package io.gatehouse.oidc.token.content;

import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import org.jspecify.annotations.Nullable;

/** Why somebody gets no token for an organization; the database answers with the names. */
public enum OrganizationRefusal {
  /** They do not belong to it. */
  MEMBER("user is not a member of the organization"),
  /** They did not let this application into it. */
  CONSENT("organization access is not granted to the application"),
  /** It wants a second factor, and they have none. */
  FACTOR("organization requires multi-factor authentication");

  private static final int FORBIDDEN = 403;

  private final String description;

  OrganizationRefusal(String description) {
    this.description = description;
  }

  public static @Nullable OrganizationRefusal of(@Nullable String name) {
    return name == null ? null : valueOf(name);
  }

  public OAuthException exception() {
    return new OAuthException(OAuthError.ACCESS_DENIED, description, FORBIDDEN, null);
  }

  /** The refresh token was not asked for with the scope that opens organizations. */
  public static OAuthException missingScope() {
    return new OAuthException(
        OAuthError.INSUFFICIENT_SCOPE,
        "refresh token missing required scope",
        FORBIDDEN,
        "urn:logto:scope:organizations");
  }
}
