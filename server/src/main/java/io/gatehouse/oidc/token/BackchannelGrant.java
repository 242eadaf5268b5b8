package io.gatehouse.oidc.token;

import io.gatehouse.oidc.token.PolledCodeStore.Polled;
import io.gatehouse.oidc.token.content.TokenRequest;
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
  private final FirstTokens tokens;

  BackchannelGrant(FirstTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Kind kind() {
    return Kind.BACKCHANNEL;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    return tokens.polled(request, Polled.BACKCHANNEL);
  }
}
