package io.gatehouse.connectors.wechat;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_AUTH_CODE_INVALID;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.util.Map;

/** What becomes of a code of WeChat, wherever it was handed out. */
public abstract class WeChat extends OAuthConnector {
  protected WeChat(String scope) {
    super(
        Dialect.at(
                "https://open.weixin.qq.com/connect/qrconnect",
                "https://api.weixin.qq.com/sns/oauth2/access_token",
                "https://api.weixin.qq.com/sns/userinfo")
            .withScope(scope));
  }

  @Override
  protected Client client(Fields in, Dialect usual) {
    return new Client(
        usual, in.text("appId"), in.text("appSecret"), in.optionalText("scope"), Map.of());
  }

  @Override
  protected final Map<String, String> form(String code, SocialCallback callback, Client client) {
    return TokenEndpoint.code(code, "");
  }

  @Override
  protected final JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    return asked(
        AuthorizationUri.of(outside.endpoint(client.dialect().token()))
            .with("appid", client.id())
            .with("secret", client.secret())
            .with(form),
        outside);
  }

  @Override
  protected final TokenSet tokens(JsonNode answer) {
    return Fields.read(
        answer,
        INVALID_RESPONSE,
        in -> new TokenSet(in.text("access_token"), "Bearer", null, null, null, null));
  }

  @Override
  protected final JsonNode person(Grant grant, Client client, Outside outside) {
    String openId = Fields.read(grant.answer(), INVALID_RESPONSE, in -> in.text("openid"));
    return asked(
        AuthorizationUri.of(outside.endpoint(client.dialect().person()))
            .with("access_token", grant.tokens().accessToken())
            .with("openid", openId),
        outside);
  }

  /** WeChat reports failures with status 200 and a number. */
  private static JsonNode asked(AuthorizationUri address, Outside outside) {
    JsonNode answer =
        Provider.json(Provider.send(Request.get(address.toUri()), outside, BAD_TOKEN));
    switch (answer.path("errcode").asInt()) {
      case 0 -> {
        return answer;
      }
      case 40029, 40163, 42003 -> throw SOCIAL_AUTH_CODE_INVALID.with(answer);
      case 40001, 40014, 42001 -> throw SOCIAL_INVALID_ACCESS_TOKEN.with(answer);
      default -> throw GENERAL.with(answer);
    }
  }

  /** The id that all applications of one developer see, where there is one. */
  @Override
  protected final SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.id("unionid", "openid"),
        null,
        null,
        in.optionalText("nickname"),
        in.optionalText("headimgurl"),
        raw);
  }
}
