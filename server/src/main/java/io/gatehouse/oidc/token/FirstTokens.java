package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.token.PolledCodeStore.Polled;
import io.gatehouse.oidc.token.PolledCodeStore.Presented;
import io.gatehouse.oidc.token.RedemptionStore.Issued;
import io.gatehouse.oidc.token.RedemptionStore.RefreshToken;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The first tokens of an authorization: what the code of a browser and that of a device bring. */
@Singleton
class FirstTokens {
  private final PolledCodeStore polled;
  private final UserTokens tokens;

  FirstTokens(PolledCodeStore polled, UserTokens tokens) {
    this.polled = polled;
    this.tokens = tokens;
  }

  /**
   * The tokens for what was found; nothing has been used up or written before it is redeemed with
   * them.
   *
   * @param redeem whether it was still good, so that it is used up now and its tokens are written
   * @return empty where it was not, as for another who came first
   */
  Optional<TokenAnswer> of(TokenRequest request, Redeemed found, Predicate<Issued> redeem) {
    Scopes asked = found.scope();
    AccessToken access = tokens.accessToken(request, found, asked);
    String idToken = tokens.idToken(request, found, asked);
    RefreshToken refresh = refreshToken(request, found);
    Issued issued = new Issued(access, request.confirmation(), refresh, request.now());
    return redeem.test(issued)
        ? Optional.of(
            TokenAnswer.of(
                request, found, access, idToken, refresh == null ? null : refresh.value()))
        : Optional.empty();
  }

  /** The tokens for which the client asks again and again until somebody has decided. */
  TokenAnswer polled(TokenRequest request, Polled kind) {
    TenantId tenant = request.tenant().id();
    String code = request.parameters().required(kind.parameter());
    Presented presented = new Presented(kind, code, request.clientId());
    return polled
        .find(tenant, presented, request.now())
        .flatMap(found -> of(request, found, issued -> polled.redeem(tenant, presented, issued)))
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

  /** With offline_access, or always where a web client is set so. */
  private static @Nullable RefreshToken refreshToken(TokenRequest request, Redeemed redeemed) {
    Client client = request.caller().client();
    boolean wanted =
        redeemed.scope().has(Scopes.OFFLINE_ACCESS) || client.alwaysIssuesRefreshToken();
    return client.mayRefresh() && wanted
        ? new RefreshToken(
            Ids.token(),
            UserTokens.boundTo(request),
            UserTokens.refreshTokenEnd(client, request.now()))
        : null;
  }
}
