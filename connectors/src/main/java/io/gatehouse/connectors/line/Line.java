package io.gatehouse.connectors.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;

/** Sign-in with a LINE account; LINE tells no address with the profile. */
public final class Line extends OAuthConnector {
  public Line() {
    super(
        Dialect.at(
                "https://access.line.me/oauth2/v2.1/authorize",
                "https://api.line.me/oauth2/v2.1/token",
                "https://api.line.me/v2/profile")
            .withScope("profile"));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.text("userId"),
        null,
        null,
        in.optionalText("displayName"),
        in.optionalText("pictureUrl"),
        raw);
  }
}
