package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.oidc.token.IssuedTokenStore.RefreshToken;
import io.gatehouse.oidc.token.TokenStore.Refreshed;
import io.gatehouse.oidc.token.content.OrganizationRefusal;
import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.oidc.token.content.UserTokens;
import io.gatehouse.oidc.token.content.UserTokens.AccessToken;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * A refresh token for new tokens. Public clients' tokens rotate at every use, confidential clients'
 * in the last part of their life, none after a year. A rotated token is answered again for three
 * seconds; after that its use revokes the whole grant.
 *
 * <p>Sources: [RFC 6749 §6](https://www.rfc-editor.org/rfc/rfc6749#section-6), [RFC 9700
 * §4.14.2](https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2)
 */
@Singleton
final class RefreshTokenGrant implements Grant {
  private final TokenStore store;
  private final IssuedTokenStore issued;
  private final UserTokens tokens;

  RefreshTokenGrant(TokenStore store, IssuedTokenStore issued, UserTokens tokens) {
    this.store = store;
    this.issued = issued;
    this.tokens = tokens;
  }

  @Override
  public Kind kind() {
    return Kind.REFRESH_TOKEN;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    TokenStore.Refresh presented = presented(request);
    TenantId tenant = request.tenant().id();
    return store
        .atOnce(
            tenant,
            () ->
                store
                    .refresh(tenant, presented, request.now())
                    .map(refreshed -> issue(request, presented, refreshed)))
        .orElseThrow(() -> explain(request, presented));
  }

  private TokenAnswer issue(
      TokenRequest request, TokenStore.Refresh presented, Refreshed refreshed) {
    Redeemed redeemed = refreshed.redeemed();
    Scopes asked =
        presented.scope().isEmpty() ? redeemed.scope() : redeemed.scope().and(presented.scope());
    AccessToken access = tokens.accessToken(request, redeemed, asked);
    RefreshToken successor = refreshed.rotated() ? successor(request, refreshed) : null;
    issued.write(
        request.tenant().id(),
        new IssuedTokenStore.Issued(
            request.clientId(),
            redeemed,
            access,
            request.confirmation(),
            successor,
            request.now()));
    return new TokenAnswer(
            access.value(),
            access.life().toSeconds(),
            tokens.idToken(request, redeemed, asked),
            successor == null ? presented.token() : successor.value(),
            access.scope().toString(),
            Confirmation.tokenType(request.confirmation()),
            redeemed.user().id())
        .with(access.details());
  }

  private TokenStore.Refresh presented(TokenRequest request) {
    Client client = request.caller().client();
    String token = request.parameters().required("refresh_token");
    List<String> scope = List.copyOf(Scopes.parse(request.parameters().get("scope")).values());
    return new TokenStore.Refresh(
        token,
        client.id(),
        !client.confidential(),
        client.rotates(),
        client.application().restricted(),
        scope,
        tokens.resource(request),
        request.parameters().get("organization_id"),
        request.key(),
        client.firstParty() ? null : client.id());
  }

  /**
   * A public web client's line of tokens ends when its first one would have; others begin a fresh
   * life.
   */
  private static RefreshToken successor(TokenRequest request, Refreshed refreshed) {
    Client client = request.caller().client();
    boolean fixedEnd = client.web() && !client.confidential();
    Instant end =
        fixedEnd ? refreshed.expiresAt() : UserTokens.refreshTokenEnd(client, request.now());
    return new RefreshToken(
        Ids.token(), UserTokens.boundTo(request), refreshed.firstIssuedAt(), end);
  }

  private OAuthException explain(TokenRequest request, TokenStore.Refresh presented) {
    TokenStore.Refused refused = store.explain(request.tenant().id(), presented, request.now());
    if (refused.known() && !refused.replayed()) {
      Scopes beyond =
          Scopes.parse(String.join(" ", presented.scope())).without(refused.scope().values());
      if (!beyond.isEmpty()) {
        return new OAuthException(
            OAuthError.INVALID_SCOPE,
            "refresh token missing requested scope",
            400,
            beyond.toString());
      }
      if (!refused.admitted()) {
        return OAuthError.ACCESS_DENIED.because("the person may not use this application");
      }
      if (refused.organization() != null) {
        return refused.organization().exception();
      }
      if (presented.organization() != null && !refused.scope().has(OidcScopes.ORGANIZATIONS)) {
        return OrganizationRefusal.missingScope();
      }
      if (presented.resource() != null && !refused.resources().contains(presented.resource())) {
        return OAuthError.INVALID_TARGET.because("resource indicator is missing, or unknown");
      }
    }
    return OAuthError.INVALID_GRANT.because("grant request is invalid");
  }
}
