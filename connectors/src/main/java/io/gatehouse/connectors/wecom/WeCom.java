package io.gatehouse.connectors.wecom;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_AUTH_CODE_INVALID;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.AuthorizationRequest;
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
import java.util.Locale;
import java.util.Map;

/**
 * Sign-in with WeCom: on a computer by a code to scan, within WeCom's own browser at once. The
 * token is the enterprise's, so the code is shown when asking who somebody is.
 */
public final class WeCom extends OAuthConnector {
  private static final String WITHIN = "https://open.weixin.qq.com/connect/oauth2/authorize";
  private static final String DETAILS = "https://qyapi.weixin.qq.com/cgi-bin/auth/getuserdetail";

  public WeCom() {
    super(
        Dialect.at(
                "https://login.work.weixin.qq.com/wwlogin/sso/login",
                "https://qyapi.weixin.qq.com/cgi-bin/gettoken",
                "https://qyapi.weixin.qq.com/cgi-bin/auth/getuserinfo")
            .withScope("snsapi_privateinfo"));
  }

  @Override
  protected Client client(Fields in, Dialect usual) {
    return new Client(
        usual,
        in.text("corpId"),
        in.text("appSecret"),
        in.optionalText("scope"),
        Map.of("agentid", in.text("agentId")));
  }

  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    boolean within = within(request);
    String address = within ? WITHIN : client.dialect().authorize();
    AuthorizationUri uri =
        AuthorizationUri.of(outside.endpoint(address))
            .with("login_type", within ? null : "CorpApp")
            .with("appid", client.id())
            .with("redirect_uri", request.redirectUri())
            .with("response_type", within ? "code" : null)
            .with("scope", within ? request.scopeOr(client.scopeOrUsual()) : null)
            .with("state", request.state())
            .with("agentid", client.setting("agentid"));
    return within ? uri.withFragment("wechat_redirect") : uri;
  }

  private static boolean within(AuthorizationRequest request) {
    String browser = request.headers().getOrDefault("user-agent", "").toLowerCase(Locale.ROOT);
    return browser.contains("wxwork") || browser.contains("micromessenger");
  }

  @Override
  protected Map<String, String> form(String code, SocialCallback callback, Client client) {
    return TokenEndpoint.code(code, "");
  }

  /** The enterprise's token, and whose code it is. */
  @Override
  protected JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    JsonNode token =
        asked(
            Request.get(
                AuthorizationUri.of(outside.endpoint(client.dialect().token()))
                    .with("corpid", client.id())
                    .with("corpsecret", client.secret())
                    .toUri()),
            outside);
    String access = tokens(token).accessToken();
    JsonNode who =
        asked(
            Request.get(
                AuthorizationUri.of(outside.endpoint(client.dialect().person()))
                    .with("access_token", access)
                    .with("code", form.get("code"))
                    .toUri()),
            outside);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("access_token", access);
    return answer.set("userInfo", who);
  }

  @Override
  protected TokenSet tokens(JsonNode answer) {
    return Fields.read(
        answer,
        INVALID_RESPONSE,
        in -> new TokenSet(in.text("access_token"), "Bearer", null, null, null, null));
  }

  /** Members who agreed to it are described in full; the others by their id alone. */
  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    JsonNode who = grant.answer().path("userInfo");
    String ticket = who.path("user_ticket").asText("");
    ObjectNode person = JsonNodeFactory.instance.objectNode();
    person.set("userInfo", who);
    if (!ticket.isEmpty()) {
      var address =
          AuthorizationUri.of(outside.endpoint(DETAILS))
              .with("access_token", grant.tokens().accessToken());
      String body = JsonNodeFactory.instance.objectNode().put("user_ticket", ticket).toString();
      Request request = Request.get(address.toUri()).withBody("application/json", body);
      person.set("userDetail", asked(request, outside));
    }
    return person;
  }

  /** WeCom reports failures with status 200 and a number. */
  private static JsonNode asked(Request request, Outside outside) {
    JsonNode answer = Provider.json(Provider.send(request, outside, BAD_TOKEN));
    switch (answer.path("errcode").asInt()) {
      case 0 -> {
        return answer;
      }
      case 40029 -> throw SOCIAL_AUTH_CODE_INVALID.with(answer);
      case 40014, 42001 -> throw SOCIAL_INVALID_ACCESS_TOKEN.with(answer);
      default -> throw GENERAL.with(answer);
    }
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    String id = in.nested("userInfo", who -> who.id("userid", "openid"));
    return in.nested(
        "userDetail",
        detail ->
            new SocialUserInfo(
                id,
                email(detail),
                detail.phone("mobile"),
                detail.optionalText("name"),
                detail.optionalText("avatar"),
                raw));
  }

  /** The enterprise's own address before one that people have entered themselves. */
  private static String email(Fields detail) {
    String own = detail.optionalText("biz_mail");
    String other = detail.optionalText("email");
    return own != null && !own.isEmpty() ? own : (other == null ? "" : other);
  }
}
