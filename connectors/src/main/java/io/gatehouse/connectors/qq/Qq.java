package io.gatehouse.connectors.qq;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.Provider;
import java.util.Map;

/** Sign-in with a QQ account, known by the id that all applications of one developer see. */
public final class Qq extends OAuthConnector {
  private static final String WHO = "https://graph.qq.com/oauth2.0/me";

  public Qq() {
    super(
        Dialect.at(
                "https://graph.qq.com/oauth2.0/authorize",
                "https://graph.qq.com/oauth2.0/token",
                "https://graph.qq.com/user/get_user_info")
            .withScope("get_user_info")
            .withProof(Proof.QUERY));
  }

  /** QQ answers with a call of JavaScript unless it is asked for JSON. */
  @Override
  protected Map<String, String> form(String code, SocialCallback callback, Client client) {
    Map<String, String> form = super.form(code, callback, client);
    form.put("fmt", "json");
    return form;
  }

  @Override
  protected TokenSet tokens(JsonNode answer) {
    return Fields.read(
        answer,
        INVALID_RESPONSE,
        in -> new TokenSet(in.text("access_token"), "Bearer", null, null, null, null));
  }

  /** The ids of the person, and what QQ tells about whoever has them. */
  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    String token = grant.tokens().accessToken();
    JsonNode ids =
        asked(
            AuthorizationUri.of(outside.endpoint(WHO))
                .with("access_token", token)
                .with("unionid", "1")
                .with("fmt", "json"),
            outside);
    if (ids.hasNonNull("error")) {
      throw SOCIAL_INVALID_ACCESS_TOKEN.with(ids);
    }
    String openId = Fields.read(ids, INVALID_RESPONSE, in -> in.text("openid"));
    JsonNode info =
        asked(
            AuthorizationUri.of(outside.endpoint(client.dialect().person()))
                .with("access_token", token)
                .with("oauth_consumer_key", client.id())
                .with("openid", openId),
            outside);
    if (info.path("ret").asInt() != 0) {
      throw GENERAL.with(info);
    }
    ObjectNode person = JsonNodeFactory.instance.objectNode();
    person.set("ids", ids);
    return person.set("userInfo", info);
  }

  private static JsonNode asked(AuthorizationUri address, Outside outside) {
    return Provider.json(Provider.send(Request.get(address.toUri()), outside, BAD_TOKEN));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    String id = in.nested("ids", ids -> ids.text("unionid"));
    return in.nested(
        "userInfo",
        info ->
            new SocialUserInfo(
                id,
                null,
                null,
                info.optionalText("nickname"),
                info.optionalText("figureurl_qq_2"),
                raw));
  }
}
