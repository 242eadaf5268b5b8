package io.gatehouse.enterprise.saml;

import io.gatehouse.tenant.Tenant;

/**
 * Keeps in a browser what shows that its person has come from their provider. It travels along when
 * another site sends the browser here, since the way from there to the sign-in leads over sites.
 */
public final class ArrivalCookie {
  public static final String NAME = "_logto_idp_saml_sso_session_id";

  private ArrivalCookie() {}

  /** The header that puts it into the browser. */
  public static String header(Tenant tenant, SamlArrivals.Arrived arrived) {
    return tenant.cookie(NAME)
        + "="
        + arrived.secret()
        + "; path=/; max-age="
        + arrived.life().toSeconds()
        + "; samesite=lax; httponly"
        + (tenant.secure() ? "; secure" : "");
  }

  /** The header that takes it out again. */
  public static String cleared(Tenant tenant) {
    return tenant.cookie(NAME) + "=; path=/; max-age=0; samesite=lax; httponly";
  }
}
