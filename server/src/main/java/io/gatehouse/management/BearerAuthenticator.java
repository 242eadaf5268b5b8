package io.gatehouse.management;

import io.gatehouse.management.token.ShownTokens;
import io.gatehouse.tenant.Tenant;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * Authenticates by an access token: a JWT of the tenant's own issuer or of the admin tenant's, for
 * the API that is called, with the scope {@code all}. One that is bound to a key comes with a proof
 * of it, or over a connection with the certificate.
 */
@Singleton
@DefaultBean
public class BearerAuthenticator implements Authenticator {
  private static final String SCOPE = "all";

  private final ShownTokens shown;
  private final TokenVerifier tokens;

  BearerAuthenticator(ShownTokens shown, TokenVerifier tokens) {
    this.shown = shown;
    this.tokens = tokens;
  }

  @Override
  public Caller authenticate(HttpServerRequest request, Tenant tenant, String audience) {
    Caller caller = tokens.verify(shown.of(request, tenant), tenant, audience);
    if (!caller.scopes().contains(SCOPE)) {
      throw AuthError.FORBIDDEN.exception();
    }
    return caller;
  }
}
