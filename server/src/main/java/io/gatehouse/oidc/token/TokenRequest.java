package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.ClientAuthentication.Authenticated;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token request whose client is authenticated.
 *
 * @param confirmation the key that the tokens are bound to
 */
record TokenRequest(
    Tenant tenant,
    Authenticated caller,
    Parameters parameters,
    @Nullable Confirmation confirmation,
    Instant now) {

  /** The thumbprint of the key that the client has shown. */
  @Nullable String key() {
    return confirmation == null ? null : confirmation.jkt();
  }

  String clientId() {
    return caller.client().id();
  }
}
