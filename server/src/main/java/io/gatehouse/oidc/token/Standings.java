package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.token.TokenExchangeStore.Standing;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.oidc.token.content.UserTokens;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Scopes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What a person may do through a client that acts for them without a browser: what their roles
 * allow and the request asks.
 */
@Singleton
class Standings {
  private final TokenExchangeStore store;
  private final UserTokens tokens;

  Standings(TokenExchangeStore store, UserTokens tokens) {
    this.store = store;
    this.tokens = tokens;
  }

  /**
   * Empty for a person who does not exist or is suspended.
   *
   * @throws io.gatehouse.protocol.OAuthException access_denied, where the person may not use the
   *     application, or not in this organization
   */
  Optional<Standing> of(TokenRequest request, String person) {
    Client client = request.caller().client();
    Optional<Standing> standing =
        store.find(
            request.tenant().id(),
            new TokenExchangeStore.Wanted(
                person,
                client.id(),
                client.application().restricted(),
                Scopes.parse(request.parameters().get("scope")),
                resources(request),
                request.parameters().get("organization_id")));
    standing.ifPresent(Standings::require);
    return standing;
  }

  private static void require(Standing standing) {
    if (!standing.admitted()) {
      throw OAuthError.ACCESS_DENIED.because("the person may not use this application");
    }
    if (standing.refusal() != null) {
      throw standing.refusal().exception();
    }
  }

  private List<String> resources(TokenRequest request) {
    String resource = tokens.resource(request);
    return resource == null ? List.of() : List.of(resource);
  }
}
