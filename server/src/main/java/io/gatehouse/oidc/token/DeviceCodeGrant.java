package io.gatehouse.oidc.token;

import io.gatehouse.oidc.token.PolledCodeStore.Polled;
import io.gatehouse.oidc.token.content.TokenRequest;
import jakarta.inject.Singleton;

/**
 * A device's code for tokens, once, after somebody has connected the device. Until then the device
 * asks again every few seconds.
 *
 * <p>Source: [RFC 8628 §3.4, §3.5](https://www.rfc-editor.org/rfc/rfc8628#section-3.4)
 */
@Singleton
final class DeviceCodeGrant implements Grant {
  private final FirstTokens tokens;

  DeviceCodeGrant(FirstTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Kind kind() {
    return Kind.DEVICE_CODE;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    return tokens.polled(request, Polled.DEVICE);
  }
}
