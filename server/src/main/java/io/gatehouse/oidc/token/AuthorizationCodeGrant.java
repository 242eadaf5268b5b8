package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.token.IssuedTokenStore.RefreshToken;
import io.gatehouse.oidc.token.UserTokens.AccessToken;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Pkce;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * A code for tokens, once. A second redemption revokes what the first one brought.
 *
 * <p>Sources: [RFC 6749 §4.1.3](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3), [RFC 7636
 * §4.6](https://www.rfc-editor.org/rfc/rfc7636#section-4.6)
 */
@Singleton
final class AuthorizationCodeGrant implements Grant {
  private final TokenStore store;
  private final IssuedTokenStore issued;
  private final UserTokens tokens;

  AuthorizationCodeGrant(TokenStore store, IssuedTokenStore issued, UserTokens tokens) {
    this.store = store;
    this.issued = issued;
    this.tokens = tokens;
  }

  @Override
  public String type() {
    return "authorization_code";
  }

  @Override
  public String logKey() {
    return "ExchangeTokenBy.AuthorizationCode";
  }

  @Override
  public boolean allowedFor(Client client) {
    return client.mayUseCode();
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
    return store
        .atOnce(
            tenant,
            () ->
                store
                    .redeem(tenant, presented, request.now())
                    .map(redeemed -> issue(request, redeemed)))
        .orElseThrow(() -> explain(request, code));
  }

  private TokenAnswer issue(TokenRequest request, Redeemed redeemed) {
    Scopes asked = redeemed.scope();
    AccessToken access = tokens.accessToken(request, redeemed, asked);
    RefreshToken refresh = refreshToken(request, redeemed);
    issued.write(
        request.tenant().id(),
        new IssuedTokenStore.Issued(
            request.clientId(), redeemed, access, request.confirmation(), refresh, request.now()));
    return new TokenAnswer(
        access.value(),
        access.life().toSeconds(),
        tokens.idToken(request, redeemed, asked),
        refresh == null ? null : refresh.value(),
        access.scope().toString(),
        Confirmation.tokenType(request.confirmation()),
        redeemed.user().id());
  }

  /** With offline_access, or always where a web client is set so. */
  private static @Nullable RefreshToken refreshToken(TokenRequest request, Redeemed redeemed) {
    Client client = request.caller().client();
    boolean wanted =
        redeemed.scope().has(Scopes.OFFLINE_ACCESS) || client.alwaysIssuesRefreshToken();
    return client.mayRefresh() && wanted
        ? new RefreshToken(
            Ids.token(),
            UserTokens.boundTo(request),
            request.now(),
            UserTokens.refreshTokenEnd(client, request.now()))
        : null;
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
