package io.gatehouse.oidc.token;

import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Pkce;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/**
 * A code for tokens, once. A second redemption revokes what the first one brought.
 *
 * <p>Sources: [RFC 6749 §4.1.3](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3), [RFC 7636
 * §4.6](https://www.rfc-editor.org/rfc/rfc7636#section-4.6)
 */
@Singleton
final class AuthorizationCodeGrant implements Grant {
  private final TokenStore store;
  private final FirstTokens tokens;

  AuthorizationCodeGrant(TokenStore store, FirstTokens tokens) {
    this.store = store;
    this.tokens = tokens;
  }

  @Override
  public Kind kind() {
    return Kind.AUTHORIZATION_CODE;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    String code = request.parameters().required("code");
    String verifier = request.parameters().get("code_verifier");
    String challenge = Pkce.s256(verifier);
    if (verifier != null && challenge == null) {
      throw refused();
    }
    var presented =
        new TokenStore.Code(
            code,
            request.clientId(),
            request.parameters().get("redirect_uri"),
            challenge,
            request.key());
    TenantId tenant = request.tenant().id();
    return tokens
        .once(request, () -> store.redeem(tenant, presented, request.now()))
        .orElseThrow(() -> explain(request, code));
  }

  private OAuthException explain(TokenRequest request, String code) {
    store.revokeReplayed(request.tenant().id(), code, request.now());
    return refused();
  }

  /** One description for every reason: which of them it was helps only who guesses. */
  private static OAuthException refused() {
    return OAuthError.INVALID_GRANT.because("grant request is invalid");
  }
}
