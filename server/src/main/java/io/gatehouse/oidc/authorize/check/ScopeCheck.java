package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.Prompt;
import io.gatehouse.protocol.Scopes;
import java.util.List;

/**
 * "The Authorization Server MUST ignore the offline_access request unless" consent is asked for and
 * the client may refresh [OpenID Connect Core §11]. Which of the other values mean something is
 * found out when they are granted.
 */
final class ScopeCheck implements Check {
  @Override
  public Draft apply(Draft draft) {
    Scopes asked = Scopes.parse(draft.parameters().get("scope"));
    boolean offline = draft.prompt().contains(Prompt.CONSENT) && draft.client().mayRefresh();
    return draft.withScope(offline ? asked : asked.without(List.of(Scopes.OFFLINE_ACCESS)));
  }
}
