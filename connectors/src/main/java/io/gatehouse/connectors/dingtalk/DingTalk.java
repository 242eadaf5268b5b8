package io.gatehouse.connectors.dingtalk;

import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_AUTH_CODE_INVALID;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.Provider;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sign-in with a DingTalk account. */
public final class DingTalk extends OAuthConnector {
  public DingTalk() {
    super(
        Dialect.at(
                "https://login.dingtalk.com/oauth2/auth",
                "https://api.dingtalk.com/v1.0/oauth2/userAccessToken",
                "https://api.dingtalk.com/v1.0/contact/users/me")
            .withScope("openid"));
  }

  /** DingTalk gives no code without having asked. */
  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return super.authorization(request, client, outside).with("prompt", "consent");
  }

  @Override
  protected JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("clientId", client.id())
            .put("clientSecret", client.secret())
            .put("code", form.get("code"))
            .put("grantType", "authorization_code");
    URI token = outside.endpoint(client.dialect().token());
    Response response =
        Provider.exchange(
            Request.get(token).withBody("application/json", body.toString()), outside);
    JsonNode words = Provider.quote(response);
    if (!response.ok() && words.path("code").asText().contains("authCode")) {
      throw SOCIAL_AUTH_CODE_INVALID.with(words);
    }
    return Provider.json(Provider.successful(response, BAD_TOKEN));
  }

  @Override
  protected TokenSet tokens(JsonNode answer) {
    return Fields.read(
        answer,
        INVALID_RESPONSE,
        in -> new TokenSet(in.text("accessToken"), "Bearer", null, null, null, null));
  }

  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    URI address = outside.endpoint(client.dialect().person());
    var request =
        Provider.authorized(address, "Bearer", grant.tokens().accessToken())
            .with("x-acs-dingtalk-access-token", grant.tokens().accessToken());
    return Provider.json(Provider.send(request, outside, BAD_TOKEN));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.text("unionId"),
        in.optionalText("email"),
        phone(in),
        in.optionalText("nick"),
        in.optionalText("avatarUrl"),
        raw);
  }

  /** The country's code stands beside the number. */
  private static @Nullable String phone(Fields in) {
    String number = in.phone("mobile");
    String country = in.phone("stateCode");
    return number == null || country == null ? number : country + number;
  }
}
