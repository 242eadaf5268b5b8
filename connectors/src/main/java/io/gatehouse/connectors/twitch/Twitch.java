package io.gatehouse.connectors.twitch;

import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;

/** Sign-in with a Twitch account. */
public final class Twitch extends OAuthConnector {
  /** OpenID Connect Core §5.5: the claims that userinfo shall hold. */
  private static final String CLAIMS =
      "{\"userinfo\":{\"email\":null,\"email_verified\":null,\"picture\":null,\"preferred_username\":null}}";

  public Twitch() {
    super(
        Dialect.at(
                "https://id.twitch.tv/oauth2/authorize",
                "https://id.twitch.tv/oauth2/token",
                "https://id.twitch.tv/oauth2/userinfo")
            .withScope("openid user:read:email"));
  }

  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return super.authorization(request, client, outside).with("claims", CLAIMS);
  }

  /** Twitch lists the scopes, where everybody else writes them in one text. */
  @Override
  protected TokenSet tokens(JsonNode answer) {
    return Fields.read(
        answer,
        INVALID_RESPONSE,
        in -> new TokenSet(in.text("access_token"), in.text("token_type"), null, null, null, null));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.id("sub"),
        in.coercedFlag("email_verified") ? in.optionalText("email") : null,
        null,
        in.optionalText("preferred_username"),
        in.optionalText("picture"),
        raw);
  }
}
