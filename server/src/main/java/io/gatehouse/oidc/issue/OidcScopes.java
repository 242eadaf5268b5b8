package io.gatehouse.oidc.issue;

import io.gatehouse.protocol.Scopes;
import java.util.List;
import java.util.Set;

/**
 * The scope values that OpenID Connect and this provider give a meaning; every other value belongs
 * to an API resource.
 */
public final class OidcScopes {
  public static final String PROFILE = "profile";
  public static final String EMAIL = "email";
  public static final String PHONE = "phone";
  public static final String ADDRESS = "address";
  public static final String CUSTOM_DATA = "custom_data";
  public static final String IDENTITIES = "identities";
  public static final String ROLES = "roles";
  public static final String ORGANIZATIONS = "urn:logto:scope:organizations";
  public static final String ORGANIZATION_ROLES = "urn:logto:scope:organization_roles";

  /** For the account API: a person's signed-in browsers. It brings no claim. */
  public static final String SESSIONS = "urn:logto:scope:sessions";

  /** For the account API: the browsers that need no further factor. It brings no claim. */
  public static final String TRUSTED_DEVICES = "urn:logto:scope:trusted_devices";

  /** In the order that discovery names them. */
  public static final List<String> ALL =
      List.of(
          Scopes.OPENID,
          Scopes.OFFLINE_ACCESS,
          PROFILE,
          EMAIL,
          PHONE,
          ADDRESS,
          CUSTOM_DATA,
          IDENTITIES,
          ROLES,
          ORGANIZATIONS,
          ORGANIZATION_ROLES,
          SESSIONS,
          TRUSTED_DEVICES);

  private static final Set<String> KNOWN = Set.copyOf(ALL);

  private OidcScopes() {}

  /** Those of the asked scopes that are the provider's own. */
  public static Scopes of(Scopes asked) {
    return asked.and(KNOWN);
  }
}
