package io.gatehouse.connectors.alipay.web;

import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.alipay.Alipay;
import io.gatehouse.connectors.client.AuthorizationUri;

/** Sign-in with Alipay on web pages. */
public final class AlipayWeb extends Alipay {
  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return AuthorizationUri.of(outside.endpoint(client.dialect().authorize()))
        .with("app_id", client.id())
        .with("redirect_uri", request.redirectUri())
        .with("scope", request.scopeOr(client.scopeOrUsual()))
        .with("state", request.state());
  }
}
