package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.ClientAuthentication.Authenticated;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import java.time.Instant;

/** A token request whose client is authenticated. */
record TokenRequest(Tenant tenant, Authenticated caller, Parameters parameters, Instant now) {

  String clientId() {
    return caller.client().id();
  }
}
