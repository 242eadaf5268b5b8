package io.gatehouse.oidc.authorize.check;

import io.gatehouse.oidc.issue.IdTokenHints;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.protocol.OAuthError;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * An ID token of ours that names the person the client expects; an expired one will do. [OpenID
 * Connect Core §3.1.2.1]
 */
@Singleton
class IdTokenHintCheck {
  private final IdTokenHints hints;
  private final SubjectIdentifiers subjects;

  IdTokenHintCheck(IdTokenHints hints, SubjectIdentifiers subjects) {
    this.subjects = subjects;
    this.hints = hints;
  }

  /** Whom the client expects, if it says so. */
  @Nullable String read(Asking asking) {
    String hint = asking.parameters().get("id_token_hint");
    if (hint == null) {
      return null;
    }
    return hints
        .read(asking.tenant(), hint)
        .map(read -> subjects.person(asking.tenant(), read.subject()))
        .orElseThrow(() -> OAuthError.INVALID_REQUEST.because("could not validate id_token_hint"));
  }
}
