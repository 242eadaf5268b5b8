package io.gatehouse.oidc.saml;

import io.gatehouse.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** A sign-in to a service provider: at whose endpoint, to which application, from where. */
record SignOn(
    Tenant tenant, String applicationId, @Nullable String ip, @Nullable String userAgent) {

  /** The application's only redirect address. */
  String callback() {
    return tenant.url(callbackPath());
  }

  String callbackPath() {
    return "/api/saml-applications/" + applicationId + "/callback";
  }

  /** Our name towards the service provider, as the application's metadata tells it. */
  String issuer() {
    return tenant.url("/saml/" + applicationId);
  }
}
