package io.gatehouse.connectors.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import java.util.Map;

/** Sign-in with a Feishu account. */
public final class Feishu extends OAuthConnector {
  public Feishu() {
    super(
        Dialect.at(
            "https://passport.feishu.cn/suite/passport/oauth/authorize",
            "https://passport.feishu.cn/suite/passport/oauth/token",
            "https://passport.feishu.cn/suite/passport/oauth/userinfo"));
  }

  /** What people share is set in Feishu's console. */
  @Override
  protected Client client(Fields in, Dialect usual) {
    return new Client(usual, in.text("appId"), in.text("appSecret"), null, Map.of());
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.text("sub"),
        in.optionalText("email"),
        in.phone("mobile"),
        in.optionalText("name"),
        in.optionalText("picture"),
        raw);
  }
}
