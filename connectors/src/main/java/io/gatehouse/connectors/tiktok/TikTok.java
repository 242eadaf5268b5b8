package io.gatehouse.connectors.tiktok;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.Provider;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sign-in with a TikTok account; TikTok tells no address. */
public final class TikTok extends OAuthConnector {
  private static final String FIELDS = "open_id,avatar_url,display_name";

  public TikTok() {
    super(
        Dialect.at(
                "https://www.tiktok.com/v2/auth/authorize/",
                "https://open.tiktokapis.com/v2/oauth/token/",
                "https://open.tiktokapis.com/v2/user/info/")
            .withScope("user.info.basic"));
  }

  @Override
  protected Client client(Fields in, Dialect usual) {
    return new Client(
        usual, in.text("clientKey"), in.text("clientSecret"), in.optionalText("scope"), Map.of());
  }

  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return AuthorizationUri.of(outside.endpoint(client.dialect().authorize()))
        .with("response_type", "code")
        .with("client_key", client.id())
        .with("scope", request.scopeOr(client.scopeOrUsual()))
        .with("redirect_uri", request.redirectUri())
        .with("state", request.state());
  }

  @Override
  protected JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    var fields = new LinkedHashMap<>(form);
    fields.put("client_key", client.id());
    fields.put("client_secret", client.secret());
    Request request = Request.form(outside.endpoint(client.dialect().token()), fields);
    return Provider.json(Provider.send(request, outside, BAD_TOKEN));
  }

  /** Every answer has an error, whose code is ok where there is none. */
  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    URI address =
        AuthorizationUri.of(outside.endpoint(client.dialect().person()))
            .with("fields", FIELDS)
            .toUri();
    var tokens = grant.tokens();
    JsonNode answer =
        Provider.get(address, tokens.tokenType(), tokens.accessToken(), outside, BAD_TOKEN);
    if (!answer.path("error").path("code").asText("ok").equals("ok")) {
      throw GENERAL.with(answer);
    }
    return answer;
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return in.nested("data", data -> data.nested("user", user -> described(user, raw)));
  }

  private static SocialUserInfo described(Fields user, JsonNode raw) {
    return new SocialUserInfo(
        user.text("open_id"),
        null,
        null,
        user.optionalText("display_name"),
        user.optionalText("avatar_url"),
        raw);
  }
}
