package io.gatehouse.connectors.wechat.mobile;

import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.wechat.WeChat;
import java.util.Map;
import java.util.Objects;

/**
 * Sign-in with WeChat within a mobile app: the app's own SDK asks WeChat, with what the address
 * tells it, and brings the code.
 */
public final class WeChatNative extends WeChat {
  public WeChatNative() {
    super("");
  }

  @Override
  protected Client client(Fields in, Dialect usual) {
    String links = Objects.requireNonNullElse(in.optionalText("universalLinks"), "");
    return new Client(
        usual, in.text("appId"), in.text("appSecret"), null, Map.of("universal_links", links));
  }

  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return AuthorizationUri.ofApp("wechat")
        .with("app_id", client.id())
        .with("state", request.state())
        .with("universal_links", client.setting("universal_links"));
  }
}
