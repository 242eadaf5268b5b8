package io.gatehouse.oidc.token;

import io.gatehouse.oidc.token.PolledCodeStore.Polled;
import io.gatehouse.oidc.token.PolledCodeStore.Presented;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/**
 * A device's code for tokens, once, after somebody has connected the device. Until then the device
 * asks again every few seconds.
 *
 * <p>Source: [RFC 8628 §3.4, §3.5](https://www.rfc-editor.org/rfc/rfc8628#section-3.4)
 */
@Singleton
final class DeviceCodeGrant implements Grant {
  private final PolledCodeStore store;
  private final FirstTokens tokens;

  DeviceCodeGrant(PolledCodeStore store, FirstTokens tokens) {
    this.store = store;
    this.tokens = tokens;
  }

  @Override
  public Kind kind() {
    return Kind.DEVICE_CODE;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    Presented presented =
        new Presented(
            Polled.DEVICE, request.parameters().required("device_code"), request.clientId());
    TenantId tenant = request.tenant().id();
    return tokens
        .once(request, () -> store.redeem(tenant, presented, request.now()))
        .orElseThrow(() -> explain(request, presented));
  }

  private OAuthException explain(TokenRequest request, Presented presented) {
    return switch (store.explain(request.tenant().id(), presented, request.now())) {
      case PENDING ->
          OAuthError.AUTHORIZATION_PENDING.because("nobody has connected the device yet");
      case TOO_SOON -> OAuthError.SLOW_DOWN.because("the device asks too often");
      case DENIED -> OAuthError.ACCESS_DENIED.because("End-User refused to connect the device");
      case EXPIRED -> OAuthError.EXPIRED_TOKEN.because("the device_code has expired");
      case GONE -> OAuthError.INVALID_GRANT.because("grant request is invalid");
    };
  }
}
