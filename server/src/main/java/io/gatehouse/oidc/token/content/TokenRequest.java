package io.gatehouse.oidc.token.content;

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
public record TokenRequest(
    Tenant tenant,
    Authenticated caller,
    Parameters parameters,
    @Nullable Confirmation confirmation,
    Instant now) {

  /** The thumbprint of the key that the client has shown. */
  public @Nullable String key() {
    return confirmation == null ? null : confirmation.jkt();
  }

  public String clientId() {
    return caller.client().id();
  }
}
