package io.gatehouse.oidc.authorize.check;

import io.gatehouse.oidc.client.AskableScopes;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.protocol.ResponseType;
import io.gatehouse.protocol.Scopes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * "The Authorization Server MUST ignore the offline_access request unless" a code and consent are
 * asked for and the client may refresh [OpenID Connect Core §11]. An application of somebody else's
 * may ask for what is on its list. Which of the other values mean something is found out when they
 * are granted.
 */
@Singleton
class ScopeCheck {
  private final AskableScopes askable;

  ScopeCheck(AskableScopes askable) {
    this.askable = askable;
  }

  Scopes read(Asking asking, Set<Prompt> prompt, ResponseType type) {
    Scopes asked = Scopes.parse(asking.parameters().get("scope"));
    Scopes beyond = askable.beyond(asking.tenant(), asking.client(), asked);
    if (!beyond.isEmpty()) {
      throw new OAuthException(
          OAuthError.INVALID_SCOPE, "requested scope is not allowed", 400, beyond.toString());
    }
    boolean offline =
        type.code() && prompt.contains(Prompt.CONSENT) && asking.client().mayRefresh();
    return offline ? asked : asked.without(List.of(Scopes.OFFLINE_ACCESS));
  }
}
