package io.gatehouse.connectors.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import org.jspecify.annotations.Nullable;

/** Sign-in with a Discord account. */
public final class Discord extends OAuthConnector {
  private static final String AVATARS = "https://cdn.discordapp.com/avatars/";

  public Discord() {
    super(
        Dialect.at(
                "https://discord.com/oauth2/authorize",
                "https://discord.com/api/oauth2/token",
                "https://discord.com/api/users/@me")
            .withScope("identify email"));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    String id = in.id("id");
    String shown = in.optionalText("global_name");
    return new SocialUserInfo(
        id,
        in.coercedFlag("verified") ? in.optionalText("email") : null,
        null,
        shown == null ? in.optionalText("username") : shown,
        avatar(id, in.optionalText("avatar")),
        raw);
  }

  private static @Nullable String avatar(String id, @Nullable String hash) {
    return hash == null ? null : AVATARS + id + "/" + hash + ".png";
  }
}
