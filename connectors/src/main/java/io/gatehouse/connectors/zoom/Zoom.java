package io.gatehouse.connectors.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;
import java.util.Map;

/** Sign-in with a Zoom account. */
public final class Zoom extends OAuthConnector {
  public Zoom() {
    super(
        Dialect.at(
                "https://zoom.us/oauth/authorize",
                "https://zoom.us/oauth/token",
                "https://api.zoom.us/v2/users/me")
            .withProof(Proof.HEADER));
  }

  /** What people are asked to share is set in Zoom's marketplace. */
  @Override
  protected Client client(Fields in, Dialect usual) {
    return new Client(usual, in.text("clientId"), in.text("clientSecret"), null, Map.of());
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.id("id"),
        in.coercedFlag("verified") ? in.optionalText("email") : null,
        null,
        in.optionalText("display_name"),
        in.optionalText("pic_url"),
        raw);
  }
}
