package io.gatehouse.management;

import io.gatehouse.tenant.Tenant;
import io.vertx.core.http.HttpServerRequest;

/**
 * Finds out who calls, or ends the request. The product's way is {@link BearerAuthenticator}; a
 * test kit may put its own before it.
 */
public interface Authenticator {

  /**
   * The caller.
   *
   * @param tenant whose API is called
   * @param audience which API is called: what a token must be for
   */
  Caller authenticate(HttpServerRequest request, Tenant tenant, String audience);
}
