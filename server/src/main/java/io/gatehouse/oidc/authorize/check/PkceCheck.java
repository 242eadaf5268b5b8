package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.Pkce;

/** Public clients must use PKCE; confidential ones may. [RFC 9700 §2.1.1] */
final class PkceCheck implements Check {
  @Override
  public Draft apply(Draft draft) {
    return draft.withCodeChallenge(
        Pkce.challenge(
            draft.parameters().get("code_challenge"),
            draft.parameters().get("code_challenge_method"),
            !draft.client().confidential()));
  }
}
