package io.gatehouse.oidc.authorize.check;

import io.gatehouse.oidc.issue.IdTokenHints;
import io.gatehouse.protocol.OAuthError;
import jakarta.inject.Singleton;

/**
 * An ID token of ours that names the person the client expects; an expired one will do. [OpenID
 * Connect Core §3.1.2.1]
 */
@Singleton
class IdTokenHintCheck implements Check {
  private final IdTokenHints hints;

  IdTokenHintCheck(IdTokenHints hints) {
    this.hints = hints;
  }

  @Override
  public Draft apply(Draft draft) {
    String hint = draft.parameters().get("id_token_hint");
    if (hint == null) {
      return draft;
    }
    return hints
        .read(draft.tenant(), hint)
        .map(read -> draft.withHintedUser(read.subject()))
        .orElseThrow(() -> OAuthError.INVALID_REQUEST.because("could not validate id_token_hint"));
  }
}
