package io.gatehouse.connectors.facebook;

import static io.gatehouse.connectors.ConnectorError.NOT_IMPLEMENTED;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_AUTH_CODE_INVALID;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * Sign-in with a Facebook account. Meta answers calls of a version of its Graph API that has come
 * to its end by the oldest that it still has.
 */
public final class Facebook extends OAuthConnector {
  private static final String FIELDS = "id,name,email,picture";
  private static final int BAD_ACCESS_TOKEN = 190;
  private static final int BAD_PARAMETER = 100;

  public Facebook() {
    super(
        Dialect.at(
                "https://www.facebook.com/v13.0/dialog/oauth",
                "https://graph.facebook.com/v13.0/oauth/access_token",
                "https://graph.facebook.com/v13.0/me")
            .withScope("email public_profile")
            .withProof(Proof.QUERY));
  }

  @Override
  protected JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    return heard(tokenRequest(form, client, outside), outside);
  }

  @Override
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    TokenSet tokens = grant.tokens();
    var address =
        AuthorizationUri.of(outside.endpoint(client.dialect().person())).with("fields", FIELDS);
    return heard(
        Provider.authorized(address.toUri(), tokens.tokenType(), tokens.accessToken()), outside);
  }

  /** Facebook's failures are told apart by a number in the body. */
  private static JsonNode heard(Request request, Outside outside) {
    Response response = Provider.exchange(request, outside);
    if (!response.ok()) {
      JsonNode words = Provider.quote(response);
      switch (words.path("error").path("code").asInt()) {
        case BAD_ACCESS_TOKEN -> throw SOCIAL_INVALID_ACCESS_TOKEN.with(words);
        case BAD_PARAMETER -> throw SOCIAL_AUTH_CODE_INVALID.with(words);
        default -> {} // by its status
      }
    }
    return Provider.json(Provider.successful(response, BAD_TOKEN));
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.id("id"),
        in.optionalText("email"),
        null,
        in.optionalText("name"),
        raw.at("/picture/data/url").textValue(),
        raw);
  }

  /** Facebook hands out no refresh tokens. */
  @Override
  public TokenSet refresh(String refreshToken, JsonNode config, Outside outside) {
    throw NOT_IMPLEMENTED.exception();
  }
}
