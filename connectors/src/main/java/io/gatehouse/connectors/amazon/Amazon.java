package io.gatehouse.connectors.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;

/** Sign-in with an Amazon account. */
public final class Amazon extends OAuthConnector {
  public Amazon() {
    super(
        Dialect.at(
                "https://www.amazon.com/ap/oa",
                "https://api.amazon.com/auth/o2/token",
                "https://api.amazon.com/user/profile")
            .withScope("profile"));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.text("user_id"), in.optionalText("email"), null, in.optionalText("name"), null, raw);
  }
}
