package io.gatehouse.connectors;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person is about to be sent to a provider.
 *
 * @param redirectUri where the provider sends them back, character for character
 * @param connectorId the configured connector's own id, not its factory's
 * @param jti an id of this request, for providers that want one
 * @param headers the request's headers, names in lower case, for providers that treat devices
 *     differently
 * @param scope replaces the configured scope when given
 * @param session where the connector notes what it must know when the person comes back
 */
public record AuthorizationRequest(
    String state,
    String redirectUri,
    String connectorId,
    String jti,
    Map<String, String> headers,
    @Nullable String scope,
    SocialSession.Writer session) {

  public AuthorizationRequest {
    headers = Map.copyOf(headers);
  }

  /** The scope to ask for: the request's own, else the configured one, else null. */
  public @Nullable String scopeOr(@Nullable String configured) {
    return scope != null && !scope.isBlank() ? scope : configured;
  }
}
