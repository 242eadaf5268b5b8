package io.gatehouse.connectors.xiaomi;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.Dialect.Proof;
import io.gatehouse.connectors.client.OAuthConnector;
import io.gatehouse.connectors.client.Provider;
import java.util.Map;

/** Sign-in with a Xiaomi account. */
public final class Xiaomi extends OAuthConnector {
  private static final String PREFIX = "&&&START&&&";

  public Xiaomi() {
    super(
        Dialect.at(
                "https://account.xiaomi.com/oauth2/authorize",
                "https://account.xiaomi.com/oauth2/token",
                "https://open.account.xiaomi.com/user/profile")
            .withScope("1 3")
            .withProof(Proof.QUERY));
  }

  @Override
  protected Client client(Fields in, Dialect usual) {
    return new Client(
        usual,
        in.text("clientId"),
        in.text("clientSecret"),
        in.optionalText("scope"),
        Map.of("skip_confirm", in.flag("skipConfirm") ? "true" : ""));
  }

  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return super.authorization(request, client, outside)
        .with("skip_confirm", client.setting("skip_confirm"));
  }

  @Override
  protected JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    return heard(tokenRequest(form, client, outside), outside);
  }

  /** The tokens come with a key for signed calls, of which none is needed here. */
  @Override
  protected TokenSet tokens(JsonNode answer) {
    return Fields.read(
        answer,
        INVALID_RESPONSE,
        in -> new TokenSet(in.text("access_token"), "mac", null, null, null, null));
  }

  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    var address =
        AuthorizationUri.of(outside.endpoint(client.dialect().person()))
            .with("clientId", client.id())
            .with("token", grant.tokens().accessToken());
    JsonNode envelope = heard(Request.get(address.toUri()), outside);
    if (envelope.path("code").asInt() != 0) {
      throw GENERAL.with(envelope);
    }
    return envelope;
  }

  /** Xiaomi's JSON begins with a word that keeps it from being run as a script. */
  private static JsonNode heard(Request request, Outside outside) {
    Response response = Provider.send(request, outside, BAD_TOKEN);
    String body = response.body().strip();
    String json = body.startsWith(PREFIX) ? body.substring(PREFIX.length()) : body;
    return Provider.json(new Response(response.status(), response.headers(), json));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return in.nested(
        "data",
        person ->
            new SocialUserInfo(
                person.id("unionId"),
                null,
                null,
                person.optionalText("miliaoNick"),
                person.optionalText("miliaoIcon"),
                raw));
  }
}
