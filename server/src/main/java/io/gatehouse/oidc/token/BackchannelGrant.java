package io.gatehouse.oidc.token;

import io.gatehouse.oidc.token.PolledCodeStore.Polled;
import io.gatehouse.oidc.token.PolledCodeStore.Presented;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/**
 * What an application holds that waits for somebody elsewhere, for tokens, once, after that person
 * has allowed it.
 *
 * <p>Source: [CIBA Core
 * §10.1](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#token_request)
 */
@Singleton
final class BackchannelGrant implements Grant {
  private final PolledCodeStore store;
  private final FirstTokens tokens;

  BackchannelGrant(PolledCodeStore store, FirstTokens tokens) {
    this.store = store;
    this.tokens = tokens;
  }

  @Override
  public Kind kind() {
    return Kind.BACKCHANNEL;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    Presented presented =
        new Presented(
            Polled.BACKCHANNEL, request.parameters().required("auth_req_id"), request.clientId());
    TenantId tenant = request.tenant().id();
    return tokens
        .once(request, () -> store.redeem(tenant, presented, request.now()))
        .orElseThrow(() -> explain(request, presented));
  }

  private OAuthException explain(TokenRequest request, Presented presented) {
    return switch (store.explain(request.tenant().id(), presented, request.now())) {
      case PENDING -> OAuthError.AUTHORIZATION_PENDING.because("the person has not decided yet");
      case TOO_SOON -> OAuthError.SLOW_DOWN.because("the client asks too often");
      case DENIED -> OAuthError.ACCESS_DENIED.because("End-User denied the request");
      case EXPIRED -> OAuthError.EXPIRED_TOKEN.because("the auth_req_id has expired");
      case GONE -> OAuthError.INVALID_GRANT.because("grant request is invalid");
    };
  }
}
