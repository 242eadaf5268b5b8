package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.token.IssuedTokenStore.RefreshToken;
import io.gatehouse.oidc.token.PolledCodeStore.Polled;
import io.gatehouse.oidc.token.PolledCodeStore.Presented;
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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first tokens of an authorization: what the code of a browser and that of a device bring. */
@Singleton
class FirstTokens {
  private final TokenStore store;
  private final IssuedTokenStore issued;
  private final PolledCodeStore polled;
  private final UserTokens tokens;

  FirstTokens(
      TokenStore store, IssuedTokenStore issued, PolledCodeStore polled, UserTokens tokens) {
    this.store = store;
    this.issued = issued;
    this.polled = polled;
    this.tokens = tokens;
  }

  /** Redeems what the client presents and writes what it brings: both, or nothing. */
  Optional<TokenAnswer> once(TokenRequest request, Supplier<Optional<Redeemed>> redeem) {
    return store.atOnce(
        request.tenant().id(), () -> redeem.get().map(redeemed -> issue(request, redeemed)));
  }

  /** The tokens for which the client asks again and again until somebody has decided. */
  TokenAnswer polled(TokenRequest request, Polled kind) {
    TenantId tenant = request.tenant().id();
    String code = request.parameters().required(kind.parameter());
    Presented presented = new Presented(kind, code, request.clientId());
    return once(request, () -> polled.redeem(tenant, presented, request.now()))
        .orElseThrow(() -> explain(request, presented));
  }

  private OAuthException explain(TokenRequest request, Presented presented) {
    return switch (polled.explain(request.tenant().id(), presented, request.now())) {
      case PENDING -> OAuthError.AUTHORIZATION_PENDING.because("nobody has decided yet");
      case TOO_SOON -> OAuthError.SLOW_DOWN.because("the client asks too often");
      case DENIED -> OAuthError.ACCESS_DENIED.because("End-User denied the request");
      case EXPIRED ->
          OAuthError.EXPIRED_TOKEN.because(presented.kind().parameter() + " has expired");
      case GONE -> OAuthError.INVALID_GRANT.because("grant request is invalid");
    };
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
            redeemed.user().id())
        .with(access.details());
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
}
