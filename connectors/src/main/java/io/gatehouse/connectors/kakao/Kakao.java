package io.gatehouse.connectors.kakao;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import java.util.Map;
import java.util.Objects;

/** Sign-in with a Kakao account. */
public final class Kakao extends OAuthConnector {
  public Kakao() {
    super(
        Dialect.at(
            "https://kauth.kakao.com/oauth/authorize",
            "https://kauth.kakao.com/oauth/token",
            "https://kapi.kakao.com/v2/user/me"));
  }

  /**
   * What people are asked to share is set in Kakao's console, and a secret is needed if it says so.
   */
  @Override
  protected Client client(Fields in, Dialect usual) {
    String secret = Objects.requireNonNullElse(in.optionalText("clientSecret"), "");
    return new Client(usual, in.text("clientId"), secret, null, Map.of());
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    String id = in.id("id");
    return in.nested("kakao_account", account -> account(id, account, raw));
  }

  private static SocialUserInfo account(String id, Fields account, JsonNode raw) {
    boolean vouched =
        account.coercedFlag("is_email_valid") && account.coercedFlag("is_email_verified");
    String email = vouched ? account.optionalText("email") : null;
    return account.nested(
        "profile",
        profile ->
            new SocialUserInfo(
                id,
                email,
                null,
                profile.optionalText("nickname"),
                profile.optionalText("profile_image_url"),
                raw));
  }
}
