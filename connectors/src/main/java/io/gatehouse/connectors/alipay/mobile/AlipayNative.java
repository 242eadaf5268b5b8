package io.gatehouse.connectors.alipay.mobile;

import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.alipay.Alipay;
import io.gatehouse.connectors.client.AuthorizationUri;

/**
 * Sign-in with Alipay within a mobile app: the app's own SDK asks Alipay, with what the address
 * tells it, and brings the code.
 */
public final class AlipayNative extends Alipay {
  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return AuthorizationUri.ofApp("alipay")
        .with("app_id", client.id())
        .with("state", request.state());
  }
}
