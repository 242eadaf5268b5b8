package io.gatehouse.connectors.wechat.web;

import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.wechat.WeChat;

/** Sign-in with WeChat on web pages: the person scans a code with their phone. */
public final class WeChatWeb extends WeChat {
  public WeChatWeb() {
    super("snsapi_login");
  }

  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return AuthorizationUri.of(outside.endpoint(client.dialect().authorize()))
        .with("appid", client.id())
        .with("redirect_uri", request.redirectUri())
        .with("response_type", "code")
        .with("scope", request.scopeOr(client.scopeOrUsual()))
        .with("state", request.state())
        .withFragment("wechat_redirect");
  }
}
