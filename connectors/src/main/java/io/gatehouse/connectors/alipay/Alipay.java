package io.gatehouse.connectors.alipay;

import static io.gatehouse.connectors.ConnectorError.AUTHORIZATION_FAILED;
import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.util.Map;

/** What becomes of a code of Alipay, wherever it was handed out: every call goes to one gateway. */
public abstract class Alipay extends OAuthConnector {
  private static final String GATEWAY = "https://openapi.alipay.com/gateway.do";

  protected Alipay() {
    super(
        Dialect.at("https://openauth.alipay.com/oauth2/publicAppAuthorize.htm", GATEWAY, GATEWAY)
            .withScope("auth_user"));
  }

  @Override
  protected final Client client(Fields in, Dialect usual) {
    String key = in.text("privateKey");
    if (!key.isBlank() && RsaKeys.read(key) == null) {
      in.refuse("privateKey", "Must be an RSA private key, PKCS#8 or PKCS#1.");
    }
    return new Client(
        usual,
        in.text("appId"),
        key,
        in.optionalText("scope"),
        Map.of(
            "sign_type",
            in.choice("signType", "RSA2", "RSA"),
            "charset",
            in.choice("charset", "utf8", "gbk").equals("gbk") ? "gbk" : "utf-8"));
  }

  @Override
  protected final String code(SocialCallback callback) {
    return callback
        .text("auth_code")
        .filter(_ -> callback.text("error").isEmpty())
        .orElseThrow(() ->
            (callback.text("error").isPresent() ? AUTHORIZATION_FAILED : GENERAL)
                .with(callback.data()));
  }

  @Override
  protected final Map<String, String> form(String code, SocialCallback callback, Client client) {
    return TokenEndpoint.code(code, "");
  }

  @Override
  protected final JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    return new Gateway(client, outside).call("alipay.system.oauth.token", form);
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
    return new Gateway(client, outside)
        .call("alipay.user.info.share", Map.of("auth_token", grant.tokens().accessToken()));
  }

  /** Younger applications are told an id of their own instead of the account's. */
  @Override
  protected final SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.id("user_id", "open_id"),
        null,
        null,
        in.optionalText("nick_name"),
        in.optionalText("avatar"),
        raw);
  }
}
