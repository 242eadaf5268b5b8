package io.gatehouse.connectors.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.StandardClaims;

/** Sign-in with a LinkedIn account. */
public final class LinkedIn extends OAuthConnector {
  public LinkedIn() {
    super(
        Dialect.at(
                "https://www.linkedin.com/oauth/v2/authorization",
                "https://www.linkedin.com/oauth/v2/accessToken",
                "https://api.linkedin.com/v2/userinfo")
            .withScope("openid profile email"));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return StandardClaims.of(in, raw);
  }
}
